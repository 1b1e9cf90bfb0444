// The smallest web program, as "dotnet new web" writes it: what the start of the tracker is measured against.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello world");
app.Run();
