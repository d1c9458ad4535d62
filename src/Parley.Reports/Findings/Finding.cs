namespace Parley.Reports.Findings;

/// <summary>What all findings share. Each kind's fields are those of the output shape, in its order.</summary>
public abstract record Finding
{
    /// <summary>Unique in its report, such as <c>s3</c> for the third statement.</summary>
    public required string Id { get; init; }

    /// <summary>How sure the reader is that the finding is right, from 0 to 1.</summary>
    public required double Confidence
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence lies between 0 and 1.");
    }

    /// <summary>Every citation the finding rests on, so that each can be checked against the text.</summary>
    public abstract IEnumerable<Citation> Citations();

    private protected static IEnumerable<Citation> Present(params ReadOnlySpan<Citation?> citations)
    {
        var present = new List<Citation>(citations.Length);
        foreach (var citation in citations)
        {
            if (citation is not null)
                present.Add(citation);
        }

        return present;
    }
}
