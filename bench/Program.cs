using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Parley.Benchmarks;

// dotnet run -c Release --project bench -- --filter '*'
// dotnet run -c Release --project bench -- throughput|components FILE.conllu… [--warm-up FILE.conllu…] [--fast] [--statements] [--threads N]
// dotnet run -c Release --project bench -- look-ups
if (args is ["throughput", ..])
    return Throughput.Run(TreebankRun.Of(args.AsSpan(1)));
if (args is ["components", ..])
    return Components.Run(TreebankRun.Of(args.AsSpan(1)));
if (args is ["look-ups"])
    return LookUps.Run();

// A short job: the figures are for telling twice as fast from as fast, not for the third digit.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun)
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD)
    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
