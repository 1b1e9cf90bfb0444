using CampaignTracker.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(TestTrackers))]

// Most of them wait for a server, a process or the database.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 4)]
