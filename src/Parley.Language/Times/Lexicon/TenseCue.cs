namespace Parley.Language.Times.Lexicon;

/// <summary>What a word tells of the time of what is said near it.</summary>
internal enum TenseCue : byte
{
    None,

    /// <summary>It has been: <c>said</c>.</summary>
    Past,

    /// <summary>It is to come: <c>will</c>.</summary>
    Future,

    /// <summary>It is to come, as a timetable has it: <c>talks begin on Monday</c>.</summary>
    Present,

    /// <summary>It is to come where <c>to</c> follows: <c>due to</c>.</summary>
    Plan,

    /// <summary>It is to come where <c>to</c>, <c>for</c> or <c>on</c> follows: <c>set for</c>.</summary>
    Schedule,
}
