#include "cli/run.h"

int main(int argc, char** argv) { return sfn::cli::run(argc, argv); }
