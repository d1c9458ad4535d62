using System.Text;

namespace Parley.Intake.Fetching;

/// <summary>What a robots.txt lets Parley read (RFC 9309): the group for its product token, else the one for all.</summary>
internal sealed class RobotsRules
{
    private readonly List<RobotsPattern> _patterns;

    private RobotsRules(List<RobotsPattern> patterns) => _patterns = patterns;

    /// <summary>No robots.txt: everything may be read (2.3.1.3).</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>Reads a robots.txt. Nothing in it is an error; lines that make no sense are passed over.</summary>
    public static RobotsRules Parse(ReadOnlySpan<byte> bytes, string productToken)
    {
        List<RobotsPattern> own = [], all = [];
        var (forOwn, forAll, ownIsNamed, inRules) = (false, false, false, true);
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var comment = raw.IndexOf('#');
            var line = comment < 0 ? raw : raw[..comment];
            var colon = line.IndexOf(':');
            if (colon < 0)
                continue;
            var key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Agents named one after another share the rules that follow; one named after rules opens a group.
                if (inRules)
                    (forOwn, forAll, inRules) = (false, false, false);
                forAll |= value is "*";
                forOwn |= TokenOf(value).Equals(productToken, StringComparison.OrdinalIgnoreCase);
                ownIsNamed |= forOwn;
            }
            else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                if (value.IsEmpty || !(forOwn || forAll))
                    continue;
                var pattern = new RobotsPattern(value.ToString(), allows: key.Length == "allow".Length);
                if (forOwn)
                    own.Add(pattern);
                if (forAll)
                    all.Add(pattern);
            }
        }

        return new RobotsRules(ownIsNamed ? own : all);
    }

    /// <summary>Whether a path with its query may be read: the longest pattern that matches decides, Allow on ties (2.2.2).</summary>
    public bool Allows(string pathAndQuery)
    {
        var path = RobotsPattern.Normalise(pathAndQuery);
        if (path == "/robots.txt")
            return true;
        var (longest, allows) = (-1, true);
        foreach (var pattern in _patterns)
        {
            if (pattern.Length < longest || (pattern.Length == longest && allows) || !pattern.Matches(path))
                continue;
            (longest, allows) = (pattern.Length, pattern.Allows);
        }

        return allows;
    }

    /// <summary>
    /// Crawlers are named by letters, underscores and hyphens (2.2.1); what follows, such as a version, is no part of
    /// it.
    /// </summary>
    private static ReadOnlySpan<char> TokenOf(ReadOnlySpan<char> agent)
    {
        var length = 0;
        while (length < agent.Length && (char.IsAsciiLetter(agent[length]) || agent[length] is '_' or '-'))
            length++;
        return agent[..length];
    }
}
