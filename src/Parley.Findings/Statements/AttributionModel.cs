using System.Collections.Frozen;
using Parley.Language.Models;

namespace Parley.Findings.Statements;

/// <summary>
/// The trained decisions on attributions: linear models over hashed features, each a logistic regression (is this word a cue?) or a choice
/// among a sentence's tokens (which one heads the source?). <c>models/en/statements.md</c> tells what they were trained on.
/// </summary>
/// <param name="Cue">Whether a token heads a cue.</param>
/// <param name="Attitude">Whether a cue tells of an attitude towards a thing, not of something said or thought.</param>
/// <param name="Reach">Whether a cue takes in the token beside it.</param>
/// <param name="Source">Which token heads the source, or none.</param>
/// <param name="Start">Where the content begins, or that the sentence holds none.</param>
/// <param name="End">Where the content that begins there ends.</param>
/// <param name="Floors">How likely a cue is to be to count.</param>
/// <param name="Lemmas">Hashes of the lemmas that may be cues, beside those of the lexicon.</param>
internal sealed record AttributionModel(
    LinearWeights Cue, LinearWeights Attitude, LinearWeights Reach, LinearWeights Source, LinearWeights Start, LinearWeights End, CueFloors Floors,
    FrozenSet<uint> Lemmas)
{
    /// <summary>The model built in.</summary>
    public static AttributionModel BuiltIn => Read(Model.Get("statements"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static AttributionModel Read(Model model) => new(
        LinearWeights.Read(model, "cue"), LinearWeights.Read(model, "attitude"), LinearWeights.Read(model, "reach"), LinearWeights.Read(model, "source"),
        LinearWeights.Read(model, "start"), LinearWeights.Read(model, "end"),
        CueFloors.Read(model), model.Numbers<uint>("lemmas").ToFrozenSet());

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model)
    {
        Cue.Write(model, "cue");
        Attitude.Write(model, "attitude");
        Reach.Write(model, "reach");
        Source.Write(model, "source");
        Start.Write(model, "start");
        End.Write(model, "end");
        Floors.Write(model);
        model.Add<uint>("lemmas", Lemmas.Order().ToArray());
    }
}

/// <summary>From 0 to 1: how likely a cue must be to count. What is told within another's words is oftener that one's own thought.</summary>
/// <param name="Said">In the report's own voice.</param>
/// <param name="Told">Under another cue.</param>
/// <param name="Quoted">Within quotation marks.</param>
/// <param name="Attitude">Where it tells of an attitude towards a thing.</param>
internal readonly record struct CueFloors(float Said, float Told, float Quoted, float Attitude)
{
    public static CueFloors Read(Model model) =>
        model.Numbers<float>("floors") is [var said, var told, var quoted, var attitude] ? new CueFloors(said, told, quoted, attitude) : throw new InvalidDataException("There are four floors.");

    public void Write(Model model) => model.Add<float>("floors", [Said, Told, Quoted, Attitude]);
}
