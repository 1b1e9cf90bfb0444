using CampaignTracker.Testing;

[assembly: AssemblyFixture(typeof(TestTrackers))]
