"""The first schema: documents and their readings, what was read, search, corrections and runs."""

import sqlalchemy as sa
from alembic import op

from corpus.index import for_dialect

revision = "0001"
down_revision = None

VIEWS = (
    """CREATE VIEW v_directives AS
       SELECT d.document_id, o.directive_id, o.name AS file, o.sha256, o.media_type, o.added_at, d.status, d.kind,
              d.number, d.serial, d.year, d.type_code, d.type_name, d.issuer, d.issuer_parent, d.level,
              d.issued, d.issued_precision, d.place, d.urgency, d.secrecy, d.subject, d.confidence,
              d.needs_review, d.obligation_count, d.text
       FROM directives d JOIN documents o ON o.id = d.document_id""",
    """CREATE VIEW v_pages AS
       SELECT p.document_id, p.number, p.method, p.confidence, p.width, p.height,
              substr(d.text, p.span_start + 1, p.span_end - p.span_start) AS text
       FROM pages p JOIN directives d ON d.document_id = p.document_id""",
    """CREATE VIEW v_obligations AS
       SELECT o.id, o.obligation_id, o.document_id, d.number, d.type_code, d.issuer, d.issued, o.clause, o.modality,
              o.text, o.action, o.condition, o.bearers, o.partners, o.report_to, o.deadlines, o.due, o.confidence
       FROM obligations o JOIN directives d ON d.document_id = o.document_id""",
    """CREATE VIEW v_bearers AS
       SELECT op.obligation_id AS obligation, op.role, p.id AS party_id, p.name AS party
       FROM obligation_parties op JOIN parties p ON p.id = op.party_id""",
    """CREATE VIEW v_deadlines AS
       SELECT l.id, l.document_id, d.number, d.issuer, l.text, l.date, l.precision, l.bound, l.event, l.recurrence,
              l.due, l.confidence
       FROM deadlines l JOIN directives d ON d.document_id = l.document_id""",
    """CREATE VIEW v_references AS
       SELECT c.id, c.document_id, d.number AS citing, c.relation, c.number AS cited, c.text, c.date, c.issuer,
              c.resolution, c.act_id, a.document_id AS cited_document_id
       FROM citations c JOIN directives d ON d.document_id = c.document_id LEFT JOIN acts a ON a.id = c.act_id""",
    """CREATE VIEW v_acts AS
       SELECT a.id, a.number, a.type_code, a.date, a.issuer, a.title, a.document_id,
              CASE WHEN a.document_id IS NULL THEN 0 ELSE 1 END AS held,
              (SELECT count(*) FROM citations c WHERE c.act_id = a.id) AS cited,
              (SELECT count(*) FROM citations c WHERE c.act_id = a.id AND c.relation = 'replaces') AS replaced
       FROM acts a""",
    """CREATE VIEW v_rules AS
       SELECT r.id, r.rule_id, r.document_id, d.number, d.issuer, r.kind, r.clause, r.text, r.data, r.confidence
       FROM rules r JOIN directives d ON d.document_id = r.document_id""",
    """CREATE VIEW v_amendments AS
       SELECT m.id, m.document_id, d.number AS amending, m.target, m.act_id, m.place, m.action, m.old, m.new, m.confidence
       FROM amendments m JOIN directives d ON d.document_id = m.document_id""",
    """CREATE VIEW v_repairs AS
       SELECT r.id, r.document_id, r.kind, r.before, r.after, r.span_start, r.span_end, r.confidence FROM repairs r""",
    """CREATE VIEW v_problems AS
       SELECT document_id, 'error' AS severity, page, stage, code, message FROM errors
       UNION ALL SELECT document_id, 'warning', NULL, NULL, code, message FROM warnings""",
    """CREATE VIEW v_corrections AS
       SELECT c.id, c.document_id, c.field, c.before, c.after, c.who, c.why, c.at, r.recipe AS corrected_recipe
       FROM corrections c JOIN readings r ON r.id = c.reading_id""",
    """CREATE VIEW v_runs AS
       SELECT r.id, r.started_at, r.finished_at, r.recipe, f.path, f.outcome, f.status, f.code, f.message
       FROM runs r LEFT JOIN run_files f ON f.run_id = r.id""",
)


def upgrade() -> None:
    op.create_table('documents',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('directive_id', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('added_at', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_documents')),
    sa.UniqueConstraint('directive_id', name=op.f('uq_documents_directive_id')),
    sa.UniqueConstraint('sha256', name=op.f('uq_documents_sha256')),
    sqlite_autoincrement=True
    )
    op.create_table('parties',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('folded', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_parties')),
    sa.UniqueConstraint('key', name=op.f('uq_parties_key'))
    )
    op.create_index(op.f('ix_parties_folded'), 'parties', ['folded'], unique=False)
    op.create_table('runs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.String(), nullable=False),
    sa.Column('finished_at', sa.String(), nullable=True),
    sa.Column('recipe', sa.String(), nullable=False),
    sa.Column('host', sa.String(), nullable=True),
    sa.Column('pid', sa.Integer(), nullable=True),
    sa.Column('arguments', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_runs')),
    sqlite_autoincrement=True
    )
    op.create_table('saved_searches',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('filters', sa.JSON(), nullable=False),
    sa.Column('at', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_saved_searches'))
    )
    op.create_table('settings',
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_settings'))
    )
    op.create_table('acts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('number_key', sa.Text(), nullable=True),
    sa.Column('type_code', sa.String(), nullable=True),
    sa.Column('date', sa.String(), nullable=True),
    sa.Column('issuer', sa.Text(), nullable=True),
    sa.Column('issuer_key', sa.Text(), nullable=True),
    sa.Column('title', sa.Text(), nullable=True),
    sa.Column('title_key', sa.Text(), nullable=True),
    sa.Column('document_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_acts_document_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_acts')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_acts_document_id'), 'acts', ['document_id'], unique=False)
    op.create_index(op.f('ix_acts_number_key'), 'acts', ['number_key'], unique=False)
    op.create_index(op.f('ix_acts_title_key'), 'acts', ['title_key'], unique=False)
    op.create_table('deadlines',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('date', sa.String(), nullable=True),
    sa.Column('precision', sa.String(), nullable=True),
    sa.Column('bound', sa.String(), nullable=False),
    sa.Column('event', sa.Text(), nullable=True),
    sa.Column('recurrence', sa.Text(), nullable=True),
    sa.Column('due', sa.String(length=10), nullable=True),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_deadlines_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deadlines'))
    )
    op.create_index(op.f('ix_deadlines_document_id'), 'deadlines', ['document_id'], unique=False)
    op.create_index(op.f('ix_deadlines_due'), 'deadlines', ['due'], unique=False)
    op.create_table('errors',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('page', sa.Integer(), nullable=True),
    sa.Column('stage', sa.String(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('message', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_errors_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_errors'))
    )
    op.create_index(op.f('ix_errors_code'), 'errors', ['code'], unique=False)
    op.create_index(op.f('ix_errors_document_id'), 'errors', ['document_id'], unique=False)
    op.create_table('files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.Text(), nullable=False),
    sa.Column('seen_at', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_files_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_files')),
    sa.UniqueConstraint('path', name=op.f('uq_files_path'))
    )
    op.create_index(op.f('ix_files_document_id'), 'files', ['document_id'], unique=False)
    op.create_table('obligations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('obligation_id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('clause', sa.String(), nullable=True),
    sa.Column('modality', sa.String(), nullable=False),
    sa.Column('action', sa.Text(), nullable=True),
    sa.Column('condition', sa.Text(), nullable=True),
    sa.Column('bearers', sa.JSON(), nullable=False),
    sa.Column('partners', sa.JSON(), nullable=False),
    sa.Column('report_to', sa.JSON(), nullable=False),
    sa.Column('deadlines', sa.JSON(), nullable=False),
    sa.Column('references', sa.JSON(), nullable=False),
    sa.Column('due', sa.String(length=10), nullable=True),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('indexed', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_obligations_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_obligations')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_obligations_document_id'), 'obligations', ['document_id'], unique=False)
    op.create_index('ix_obligations_due_id', 'obligations', ['due', 'id'], unique=False)
    op.create_index(op.f('ix_obligations_obligation_id'), 'obligations', ['obligation_id'], unique=False)
    op.create_table('pages',
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('width', sa.Float(), nullable=True),
    sa.Column('height', sa.Float(), nullable=True),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('words', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_pages_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('document_id', 'number', name=op.f('pk_pages'))
    )
    op.create_table('party_aliases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('party_id', sa.Integer(), nullable=False),
    sa.Column('alias', sa.Text(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('folded', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['party_id'], ['parties.id'], name=op.f('fk_party_aliases_party_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_party_aliases'))
    )
    op.create_index(op.f('ix_party_aliases_folded'), 'party_aliases', ['folded'], unique=False)
    op.create_index(op.f('ix_party_aliases_key'), 'party_aliases', ['key'], unique=False)
    op.create_index(op.f('ix_party_aliases_party_id'), 'party_aliases', ['party_id'], unique=False)
    op.create_table('readings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=True),
    sa.Column('recipe', sa.String(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('created_at', sa.String(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('page_warnings', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_readings_document_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['run_id'], ['runs.id'], name=op.f('fk_readings_run_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_readings')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_readings_document_id'), 'readings', ['document_id'], unique=False)
    op.create_table('repairs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_repairs_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_repairs'))
    )
    op.create_index(op.f('ix_repairs_document_id'), 'repairs', ['document_id'], unique=False)
    op.create_table('rules',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('rule_id', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('clause', sa.String(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_rules_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rules'))
    )
    op.create_index(op.f('ix_rules_document_id'), 'rules', ['document_id'], unique=False)
    op.create_index(op.f('ix_rules_kind'), 'rules', ['kind'], unique=False)
    op.create_index(op.f('ix_rules_rule_id'), 'rules', ['rule_id'], unique=False)
    op.create_table('run_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('status', sa.String(), nullable=True),
    sa.Column('document_id', sa.Integer(), nullable=True),
    sa.Column('code', sa.String(), nullable=True),
    sa.Column('message', sa.Text(), nullable=True),
    sa.Column('at', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_run_files_document_id')),
    sa.ForeignKeyConstraint(['run_id'], ['runs.id'], name=op.f('fk_run_files_run_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_files'))
    )
    op.create_index(op.f('ix_run_files_run_id'), 'run_files', ['run_id'], unique=False)
    op.create_table('warnings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('message', sa.Text(), nullable=False),
    sa.Column('spans', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_warnings_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_warnings'))
    )
    op.create_index(op.f('ix_warnings_code'), 'warnings', ['code'], unique=False)
    op.create_index(op.f('ix_warnings_document_id'), 'warnings', ['document_id'], unique=False)
    op.create_table('amendments',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=True),
    sa.Column('target', sa.Text(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('old', sa.Text(), nullable=True),
    sa.Column('new', sa.Text(), nullable=True),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['act_id'], ['acts.id'], name=op.f('fk_amendments_act_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_amendments_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendments'))
    )
    op.create_index(op.f('ix_amendments_act_id'), 'amendments', ['act_id'], unique=False)
    op.create_index(op.f('ix_amendments_document_id'), 'amendments', ['document_id'], unique=False)
    op.create_table('citations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=True),
    sa.Column('resolution', sa.String(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('number_key', sa.Text(), nullable=True),
    sa.Column('type_code', sa.String(), nullable=True),
    sa.Column('date', sa.String(), nullable=True),
    sa.Column('issuer', sa.Text(), nullable=True),
    sa.Column('relation', sa.String(), nullable=False),
    sa.Column('alias', sa.Text(), nullable=True),
    sa.Column('span_start', sa.Integer(), nullable=True),
    sa.Column('span_end', sa.Integer(), nullable=True),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['act_id'], ['acts.id'], name=op.f('fk_citations_act_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_citations_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_citations'))
    )
    op.create_index(op.f('ix_citations_act_id'), 'citations', ['act_id'], unique=False)
    op.create_index(op.f('ix_citations_document_id'), 'citations', ['document_id'], unique=False)
    op.create_index(op.f('ix_citations_number_key'), 'citations', ['number_key'], unique=False)
    op.create_table('corrections',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.Integer(), nullable=False),
    sa.Column('field', sa.Text(), nullable=False),
    sa.Column('before', sa.JSON(), nullable=True),
    sa.Column('after', sa.JSON(), nullable=True),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=True),
    sa.Column('at', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_corrections_document_id')),
    sa.ForeignKeyConstraint(['reading_id'], ['readings.id'], name=op.f('fk_corrections_reading_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_corrections')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_corrections_document_id'), 'corrections', ['document_id'], unique=False)
    op.create_table('directives',
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('reading_id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('number_key', sa.Text(), nullable=True),
    sa.Column('serial', sa.Integer(), nullable=True),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('type_code', sa.String(), nullable=True),
    sa.Column('type_name', sa.String(), nullable=True),
    sa.Column('issuer_code', sa.String(), nullable=True),
    sa.Column('system', sa.String(), nullable=True),
    sa.Column('issuer', sa.Text(), nullable=True),
    sa.Column('issuer_parent', sa.Text(), nullable=True),
    sa.Column('issuer_id', sa.Integer(), nullable=True),
    sa.Column('level', sa.String(), nullable=True),
    sa.Column('issued', sa.String(), nullable=True),
    sa.Column('issued_precision', sa.String(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('urgency', sa.String(), nullable=True),
    sa.Column('secrecy', sa.String(), nullable=True),
    sa.Column('subject', sa.Text(), nullable=True),
    sa.Column('addressees', sa.JSON(), nullable=False),
    sa.Column('recipients', sa.JSON(), nullable=False),
    sa.Column('signatories', sa.JSON(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.Column('needs_review', sa.Boolean(), nullable=False),
    sa.Column('obligation_count', sa.Integer(), nullable=False),
    sa.Column('indexed', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['act_id'], ['acts.id'], name=op.f('fk_directives_act_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_directives_document_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['issuer_id'], ['parties.id'], name=op.f('fk_directives_issuer_id')),
    sa.ForeignKeyConstraint(['reading_id'], ['readings.id'], name=op.f('fk_directives_reading_id')),
    sa.PrimaryKeyConstraint('document_id', name=op.f('pk_directives'))
    )
    op.create_index(op.f('ix_directives_act_id'), 'directives', ['act_id'], unique=False)
    op.create_index(op.f('ix_directives_issued'), 'directives', ['issued'], unique=False)
    op.create_index(op.f('ix_directives_issuer_id'), 'directives', ['issuer_id'], unique=False)
    op.create_index(op.f('ix_directives_number_key'), 'directives', ['number_key'], unique=False)
    op.create_index(op.f('ix_directives_year'), 'directives', ['year'], unique=False)
    op.create_table('obligation_deadlines',
    sa.Column('obligation_id', sa.Integer(), nullable=False),
    sa.Column('deadline_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['deadline_id'], ['deadlines.id'], name=op.f('fk_obligation_deadlines_deadline_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['obligation_id'], ['obligations.id'], name=op.f('fk_obligation_deadlines_obligation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('obligation_id', 'deadline_id', name=op.f('pk_obligation_deadlines')),
    sqlite_with_rowid=False
    )
    op.create_index(op.f('ix_obligation_deadlines_deadline_id'), 'obligation_deadlines', ['deadline_id'], unique=False)
    op.create_table('obligation_parties',
    sa.Column('obligation_id', sa.Integer(), nullable=False),
    sa.Column('party_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['obligation_id'], ['obligations.id'], name=op.f('fk_obligation_parties_obligation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['party_id'], ['parties.id'], name=op.f('fk_obligation_parties_party_id')),
    sa.PrimaryKeyConstraint('obligation_id', 'party_id', 'role', name=op.f('pk_obligation_parties')),
    sqlite_with_rowid=False
    )
    op.create_index(op.f('ix_obligation_parties_party_id'), 'obligation_parties', ['party_id'], unique=False)
    for statement in VIEWS:
        op.execute(statement)
    for_dialect(op.get_bind().dialect.name).create(op.get_bind())
    _append_only(op.get_bind().dialect.name)


def _append_only(dialect: str) -> None:
    """Corrections are a record: the database itself refuses to change or drop one."""
    message = "corrections are append-only: add another that undoes this one"
    if dialect == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_correction_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{message}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE ON corrections "
            "FOR EACH ROW EXECUTE FUNCTION refuse_correction_change()"
        )
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER corrections_no_{action.lower()} BEFORE {action} ON corrections "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
