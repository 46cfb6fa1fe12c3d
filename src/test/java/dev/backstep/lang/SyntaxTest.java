package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// A program that trains is read for several numbers of samples, but parsed once.
class SyntaxTest {

    private final Syntax syntax = new Syntax(Set::of);

    private BackstepParser.StatementContext parse(String statement) {
        return syntax.parse(new TokenPositions(statement, new Span(0, statement.length())));
    }

    @Test
    void a_statement_that_comes_again_is_not_parsed_again() {
        assertSame(parse("y = tanh(x)"), parse("y = tanh(x)"));
        assertNotSame(parse("y = tanh(x)"), parse("z = tanh(x)"));
    }

    @Test
    void what_is_wrong_is_wrong_again() {
        assertThrows(ProblemException.class, () -> parse("y = tanh("));
        assertThrows(ProblemException.class, () -> parse("y = tanh("));
    }

    @Test
    void of_a_very_long_program_only_the_first_part_is_remembered() {
        String first = "a = 1";
        BackstepParser.StatementContext tree = parse(first);
        String long1 = "b = " + "1 + ".repeat(30_000) + "1";
        assertNotSame(parse(long1), parse(long1));
        assertSame(tree, parse(first));
    }
}
