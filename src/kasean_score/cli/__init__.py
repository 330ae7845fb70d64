"""The command line: parse, call one function, choose a renderer and the exit code."""
