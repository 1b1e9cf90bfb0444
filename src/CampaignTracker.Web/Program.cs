using CampaignTracker.Web.Commands;

return await CommandLine.RunAsync(args);
