// The tables, which the assembler takes from the file that compile.cpp writes: no compiler reads their four
// megabytes.
#include "schemas/tables.h"

#include "schemas/tables.inc"
