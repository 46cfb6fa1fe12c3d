package dev.backstep.lang;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// The tokens of one statement, without the end, and which brackets belong together.
final class Tokens {

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private final List<Token> all;
    private final int[] mate;
    private final TokenPositions place;

    /// @param all the last one is the end
    Tokens(List<Token> all, TokenPositions place) {
        this.all = all.subList(0, all.size() - 1);
        this.place = place;
        this.mate = new int[size()];
        Arrays.fill(mate, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < size(); i++) {
            if (is(i, OPEN)) {
                open.push(i);
            } else if (is(i, CLOSE) && !open.isEmpty()) {
                int j = open.pop();
                mate[i] = j;
                mate[j] = i;
            }
        }
    }

    int size() {
        return all.size();
    }

    int last() {
        return size() - 1;
    }

    /// A token as the language reads it; empty outside the statement.
    String text(int i) {
        return i >= 0 && i < size() ? all.get(i).getText() : "";
    }

    boolean isName(int i) {
        return type(i) == BackstepParser.NAME;
    }

    boolean isNumber(int i) {
        return type(i) == BackstepParser.NUMBER;
    }

    boolean isRaised(int i) {
        return type(i) == BackstepParser.RAISED;
    }

    boolean isOther(int i) {
        return type(i) == BackstepParser.OTHER;
    }

    /// Whether one of these characters.
    boolean is(int i, String characters) {
        return text(i).length() == 1 && characters.contains(text(i));
    }

    /// Whether no blank stands between a token and the one before.
    boolean isJoined(int i) {
        return i > 0
                && i < size()
                && all.get(i - 1).getStopIndex() + 1 == all.get(i).getStartIndex();
    }

    Span span(int first, int last) {
        return place.of(all.get(first), all.get(last));
    }

    /// The characters as they stand in the program; empty if there are none.
    String written(int first, int last) {
        return first > last ? "" : place.written(span(first, last));
    }

    /// The characters between two tokens.
    String between(int left, int right) {
        return place.written(new Span(span(left, left).end(), span(right, right).start()));
    }

    /// The characters of some tokens, in brackets unless it is one operand.
    String operand(int first, int last) {
        String words = written(first, last);
        return first <= last && operandEnd(first) >= last ? words : "(" + words + ")";
    }

    /// Where the bracket that belongs to this one stands; −1 if nowhere.
    int mate(int i) {
        return i >= 0 && i < size() ? mate[i] : -1;
    }

    /// The bracket that encloses a token; −1 if none does.
    int enclosing(int i) {
        for (int j = i - 1; j >= 0; j--) {
            if (is(j, OPEN) && (mate[j] < 0 || mate[j] >= i)) {
                return j;
            }
            j = is(j, CLOSE) && mate[j] >= 0 ? mate[j] : j;
        }
        return -1;
    }

    /// Whether an operand may begin here.
    boolean begins(int i) {
        return isName(i) || isNumber(i) || is(i, "([");
    }

    /// The last token of the operand that begins here; before `i` if none does.
    int operandEnd(int i) {
        int end = i;
        if (is(i, "([") && mate(i) > 0) {
            end = mate(i);
        } else if (!isName(i) && !isNumber(i)) {
            return i - 1;
        } else if (isName(i) && text(i + 1).equals("(") && mate(i + 1) > 0) {
            end = mate(i + 1);
        }
        while (is(end + 1, "'ᵀ") || isRaised(end + 1)) {
            end++;
        }
        return end;
    }

    /// The first token of the operand that ends here; after `i` if none does.
    int operandStart(int i) {
        int start = i;
        while (is(start, "'ᵀ") || isRaised(start)) {
            start--;
        }
        if (is(start, ")]") && mate(start) >= 0) {
            start = mate(start);
            return text(start).equals("(") && isName(start - 1) ? start - 1 : start;
        }
        return isName(start) || isNumber(start) ? start : i + 1;
    }

    /// First and last token of what an operator at `i` joins that binds loosest: up to the
    /// brackets, commas and signs of assignment around it.
    Span around(int i) {
        int from = i;
        while (from > 0 && !is(from - 1, "([{,;=")) {
            from = is(from - 1, CLOSE) && mate(from - 1) >= 0 ? mate(from - 1) : from - 1;
        }
        int to = i;
        while (to < last() && !is(to + 1, ")]},;=<>?:")) {
            to = is(to + 1, OPEN) && mate(to + 1) > 0 ? mate(to + 1) : to + 1;
        }
        return new Span(from, to);
    }

    /// First and last token of each argument between a bracket and its mate.
    List<Span> arguments(int open) {
        List<Span> arguments = new ArrayList<>();
        int from = open + 1;
        for (int i = from; i <= mate(open); i++) {
            if (i == mate(open) || text(i).equals(",")) {
                if (i > from || !arguments.isEmpty()) {
                    arguments.add(new Span(from, i - 1));
                }
                from = i + 1;
            } else if (is(i, OPEN) && mate(i) > 0) {
                i = mate(i);
            }
        }
        return arguments;
    }

    /// Where a text first stands at `from` or later, outside the brackets that open after it; −1 if
    /// nowhere.
    int find(String text, int from) {
        for (int i = Math.max(from, 0); i < size(); i++) {
            if (text(i).equals(text)) {
                return i;
            }
            i = is(i, OPEN) && mate(i) > 0 ? mate(i) : i;
        }
        return -1;
    }

    private int type(int i) {
        return i >= 0 && i < size() ? all.get(i).getType() : Token.EOF;
    }
}
