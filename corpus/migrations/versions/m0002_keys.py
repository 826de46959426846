"""Narrow rows for filters, and indexes on what a review queue asks for."""

import sqlalchemy as sa
from alembic import op

from corpus.index.base import plain

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table('obligation_keys',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('issuer_id', sa.Integer(), nullable=True),
    sa.Column('type_key', sa.String(), nullable=True),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('due', sa.String(length=10), nullable=True),
    sa.Column('bearer_id', sa.Integer(), nullable=True),
    sa.Column('bearers', sa.Integer(), nullable=False),
    sa.Column('confidence', sa.Float(), nullable=True),
    sa.ForeignKeyConstraint(['id'], ['obligations.id'], name=op.f('fk_obligation_keys_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_obligation_keys')),
    )
    op.create_index(op.f('ix_directives_confidence'), 'directives', ['confidence'], unique=False)
    op.create_index(op.f('ix_directives_needs_review'), 'directives', ['needs_review'], unique=False)
    _fill()
    op.create_index('ix_obligation_keys_due_id', 'obligation_keys', ['due', 'id'], unique=False)
    op.drop_index('ix_obligations_due_id', table_name='obligations')


def _fill() -> None:
    connection = op.get_bind()
    codes = connection.execute(sa.text("SELECT DISTINCT type_code FROM directives WHERE type_code IS NOT NULL"))
    keys = {code: plain(code) for code in codes.scalars()}
    cases = " ".join(f"WHEN :code{i} THEN :key{i}" for i in range(len(keys)))
    params = {f"code{i}": code for i, code in enumerate(keys)} | {f"key{i}": key for i, key in enumerate(keys.values())}
    connection.execute(
        sa.text(
            f"""INSERT INTO obligation_keys
                (id, document_id, issuer_id, type_key, year, due, bearer_id, bearers, confidence)
            SELECT o.id, o.document_id, d.issuer_id, {f"CASE d.type_code {cases} END" if keys else "NULL"}, d.year, o.due,
                   (SELECT min(p.party_id) FROM obligation_parties p WHERE p.obligation_id = o.id AND p.role = 'bearer'),
                   (SELECT count(*) FROM obligation_parties p WHERE p.obligation_id = o.id AND p.role = 'bearer'),
                   o.confidence
            FROM obligations o JOIN directives d ON d.document_id = o.document_id ORDER BY o.id"""
        ),
        params,
    )
