using BenchmarkDotNet.Attributes;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Names;
using Parley.Language.Quotations;
using Parley.Language.Times;

namespace Parley.Benchmarks;

/// <summary>Each component of the language stage by itself, over one report of the samples (see <see cref="Samples.Report"/>).</summary>
[MemoryDiagnoser]
public class LanguageStageBenchmarks
{
    private readonly string _text = Samples.Report.Text;
    private readonly LanguageComponents _components = new(LanguageMode.Default), _fast = new(LanguageMode.Fast);
    private readonly LanguagePipeline _pipeline = LanguagePipeline.Create(), _fastPipeline = LanguagePipeline.Create(LanguageMode.Fast);
    private readonly Word[] _bare, _words;
    private readonly SentenceBounds[] _sentences;
    private readonly Document _document;

    public LanguageStageBenchmarks()
    {
        (_bare, _sentences) = _components.Segment(_text);
        _words = _components.Syntax(_text, _bare, _sentences);
        _document = new Document(_text, _words, _sentences);
        _document.Names = _components.FindNames(_document);
        _document.Quotations = LanguageComponents.FindQuotations(_text, _words, _sentences);
        _document.Times = _components.FindTimes(_document);
    }

    [Benchmark]
    public int Segmentation() => _components.Segment(_text).Words.Length;

    [Benchmark]
    public int Syntax() => _components.Syntax(_text, _bare, _sentences).Length;

    [Benchmark]
    public int FastSyntax() => _fast.Syntax(_text, _bare, _sentences).Length;

    [Benchmark]
    public ImmutableArray<Name> Names() => _components.FindNames(_document);

    [Benchmark]
    public ImmutableArray<Quotation> Quotations() => LanguageComponents.FindQuotations(_text, _words, _sentences);

    [Benchmark]
    public ImmutableArray<TimeExpression> Times() => _components.FindTimes(_document);

    [Benchmark]
    public ImmutableArray<Mention> Coreference() => LanguageComponents.FindMentions(_document);

    [Benchmark]
    public Document AllInTheDefaultMode() => _pipeline.Analyze(_text);

    [Benchmark]
    public Document AllInTheFastMode() => _fastPipeline.Analyze(_text);
}
