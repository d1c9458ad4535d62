using BenchmarkDotNet.Attributes;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reading;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Benchmarks;

/// <summary>From a report to its findings, after the language stage (see <see cref="LanguageStageBenchmarks"/>) and with it.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly StatementReader _statements = new();
    private readonly Pipeline _pipeline = Pipeline.Full();
    private readonly Resolver _resolver = new(Knowledge.BuiltIn);
    private readonly Document _document = LanguagePipeline.Create().Analyze(Samples.Report.Text);

    [Benchmark]
    public ImmutableArray<Statement> Statements() => _statements.Read(_document, _resolver.Read(_document, Samples.Report.Published?.LastDay));

    [Benchmark]
    public ResolvedDocument Resolution() => _resolver.Read(_document, Samples.Report.Published?.LastDay);

    [Benchmark]
    public ReportReading AllStages() => _pipeline.Read(Samples.Report);
}
