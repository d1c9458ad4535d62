namespace Parley.Intake.Tests.Hostile;

/// <summary>An input made to do harm, or spoilt on its way.</summary>
/// <param name="Name">What it is, in a few words; the row in HOSTILE.md.</param>
/// <param name="File">The name it is given; also <c>address:</c> and an address.</param>
/// <param name="Make">Its bytes.</param>
internal sealed record HostileInput(string Name, string File, Func<byte[]> Make)
{
    public override string ToString() => Name;
}
