using Xunit.Sdk;
using Xunit.v3;

// A program that is just being started holds the locks of the process that starts it for a moment. A test that watches who leaves last would take it
// for another holder, if another test started programs meanwhile.
[assembly: Parallelization(Mode = ParallelMode.None)]
