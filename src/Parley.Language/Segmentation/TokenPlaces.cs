using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>
/// Walks along the places of a stretch without white space where a token may end: wherever one of both sides is no letter, save
/// between digits and within addresses; between letters only in words known to fuse (<c>cannot</c>) and before <c>n't</c>.
/// </summary>
internal ref struct TokenPlaces
{
    /// <summary>A mark so often in a row is a rule across the page, whatever is around it.</summary>
    private const int LongRun = 8;

    /// <summary>In letters. No word known to fuse is as long.</summary>
    private const int LongestFused = 24;

    private readonly string _text;
    private readonly int _start, _end;
    private readonly HashSet<uint> _fused;
    private int _runEnd, _alike;
    private bool _isFused;
    private (int Start, int End) _address;

    public TokenPlaces(string text, int start, int end, HashSet<uint> fused)
    {
        (_text, _start, _end, _fused, _runEnd, _alike, _address) = (text, start, end, fused, start, 1, (start, start));
        At = start;
    }

    /// <summary>The place: the offset of the character after it.</summary>
    public int At { get; private set; }

    /// <summary>Whether a token ends here because it would grow too long.</summary>
    public bool IsForced { get; private set; }

    /// <param name="tokenStart">Where the token starts that would end at the next place.</param>
    public bool MoveNext(int tokenStart)
    {
        while (++At < _end)
        {
            var (left, right) = (_text[At - 1], _text[At]);
            if (At >= _address.End)
                _address = Addresses.Find(_text, At == _start + 1 ? _start : At, _end);
            IsForced = At - tokenStart >= Tokenizer.LongestToken && !char.IsLowSurrogate(right);
            if (IsForced)
                return true;
            if (At > _address.Start && At < _address.End)
                continue;
            var (isLeftLetter, isRightLetter) = (Characters.IsLetter(left), Characters.IsLetter(right));
            if (At - 1 >= _runEnd && isLeftLetter)
                FindRun(At - 1);
            if (isLeftLetter && isRightLetter)
            {
                if (_isFused || (At == _runEnd - 1 && right is 'n' or 'N' && _runEnd < _end && Characters.IsApostrophe(_text[_runEnd])))
                    return true;
                continue;
            }

            _alike = left == right ? _alike + 1 : 1;
            if (_alike > LongRun || (char.IsAsciiDigit(left) && char.IsAsciiDigit(right)) || Characters.Continues(right))
                continue;
            return true;
        }

        return false;
    }

    private void FindRun(int at)
    {
        _runEnd = at;
        while (_runEnd < _end && Characters.IsLetter(_text[_runEnd]))
            _runEnd++;
        _isFused = _runEnd - at <= LongestFused && _fused.Contains(FeatureHash.Plain(_text.AsSpan(at, _runEnd - at)));
    }
}
