namespace Parley.Language.Times.Resolution;

/// <summary>Whether what is said has been or is to come.</summary>
internal enum Tense : byte
{
    Unknown,
    Past,
    Future,
}
