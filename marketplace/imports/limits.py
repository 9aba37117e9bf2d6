"""How much a file may hold; a file of 50,000 rows by 20 columns stays far below."""

MIB = 2**20
MOST_BYTES = 30 * MIB
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_FAULTS = 10_000  # kept; beyond it faults are only counted
MOST_ENTRIES = 1_000
MOST_UNPACKED = 150 * MIB
MOST_UNPACKED_PART = 4 * MIB  # of parts that are held whole: styles, the list of sheets
MOST_RATIO = 200  # repeated cells pack some 50 times
