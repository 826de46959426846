"""The version of the recipe: what a reading depends on besides the bytes.

Raise ``READ`` when pages would come out different (readers, OCR, repair), ``EXTRACT`` when only fields
would: the corpus reads again, or extracts again from the page texts that it kept.
"""

READ = 3
EXTRACT = 3
VERSION = f"{READ}.{EXTRACT}"
