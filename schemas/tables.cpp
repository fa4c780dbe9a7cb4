#include "schemas/tables.h"

#include "schemas/tables.inc"
