package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/// Reads program texts.
public final class Language {

    /// The longest program, in characters.
    public static final int MAX_LENGTH = 1_000_000;

    private Language() {}

    /// What `text` means, or all that is wrong with it. Never throws.
    public static Reading read(String text) {
        List<Problem> problems = new ArrayList<>();
        if (text.length() > MAX_LENGTH) {
            problems.add(new Problem(new Span(0, 0), "this program is too long: over 1 MB", "split it"));
            return new Reading.Problems(problems);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            problems.add(new Problem(new Span(nul, nul + 1), "a NUL byte: this is not a program text", ""));
            return new Reading.Problems(problems);
        }
        Elaborator elaborator = new Elaborator(Settings.relu0(text));
        try {
            for (Span span : Statements.of(text)) {
                try {
                    elaborator.statement(parse(text, span), span.start());
                } catch (Wrong wrong) {
                    problems.add(wrong.problem());
                }
            }
            if (problems.isEmpty()) {
                return new Reading.Ok(model(text, elaborator));
            }
        } catch (Wrong wrong) {
            problems.add(wrong.problem());
        }
        return new Reading.Problems(problems);
    }

    private static Model model(String text, Elaborator elaborator) {
        Graph graph = elaborator.graph();
        if (graph.size() == 0) {
            throw new Wrong(new Span(0, 0), "this program is empty", "try: x = 1");
        }
        Node output = graph.node(elaborator.output());
        if (!output.shape().isScalar()) {
            throw new Wrong(
                    elaborator.outputSpan(),
                    "the output is " + output.shape() + "; only a 1×1 can be differentiated",
                    "take its sum or mean");
        }
        return new Model(
                text, graph, output.id(), elaborator.leaves(), elaborator.names(), elaborator.literals());
    }

    private static BackstepParser.StatementContext parse(String text, Span span) {
        var lexer = new BackstepLexer(CharStreams.fromString(text.substring(span.start(), span.end())));
        lexer.removeErrorListeners();
        var parser = new BackstepParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstError(span.start()));
        return parser.line().statement();
    }

    private static final class FirstError extends BaseErrorListener {

        private final int offset;

        FirstError(int offset) {
            this.offset = offset;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
            Token token = (Token) symbol;
            Span span = Elaborator.span(token, token, offset);
            TokenStream tokens = ((BackstepParser) recognizer).getTokenStream();
            int at = token.getTokenIndex();
            Token before = at > 0 ? tokens.get(at - 1) : token;
            if (token.getType() == Token.EOF) {
                throw new Wrong(new Span(span.start(), span.start()), "this line is not finished", "");
            }
            if (before != token && before.getType() == BackstepParser.NUMBER) {
                String product = before.getText() + "*" + token.getText();
                throw new Wrong(span, "a product needs its sign", "write " + product);
            }
            throw new Wrong(span, "'" + token.getText() + "' does not fit here", "");
        }
    }
}
