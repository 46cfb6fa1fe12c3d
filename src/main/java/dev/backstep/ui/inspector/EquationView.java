package dev.backstep.ui.inspector;

import dev.backstep.explain.Equation;
import dev.backstep.explain.Numbers;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Cell;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.paint.Ink;
import dev.backstep.paint.Words;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The tables of a backward step in the order of its formula, the sign between them, and = before
/// what they come to: in one row where they fit, else with = beginning a second one. What is cut
/// off is said, and one click shows all of it.
final class EquationView extends VBox {

    private static final double GAP = 4;

    /// The sizes of its type, as the style sheet has them.
    private static final double SIGN = 13;

    private static final double TITLE = 10;

    /// What is shown of a table at first.
    private static final int MOST_ROWS = 6;

    private static final int MOST_COLS = 5;

    /// What is shown of a Jacobian: more, as a part of one says little.
    private static final int MOST_OF_JACOBIAN = 10;

    /// What is shown of a table when all is asked for; larger ones are for files.
    private static final int ALL = 100;

    private final Shown shown;
    private final Equation equation;
    private final double room;
    private boolean whole;

    EquationView(Shown shown, Equation equation) {
        super(6);
        this.shown = shown;
        this.equation = equation;
        this.room = shown.width() - 24;
        fill();
    }

    private void fill() {
        Numbers few = new Numbers(Math.min(2, shown.numbers().digits()));
        List<Row> wanted =
                whole
                        ? List.of(new Row(shown.numbers(), ALL, ALL))
                        : List.of(
                                new Row(shown.numbers(), MOST_ROWS, MOST_COLS),
                                new Row(few, MOST_ROWS, MOST_COLS));
        Row row =
                wanted.stream()
                        .filter(r -> r.width() <= room)
                        .findFirst()
                        .orElse(wanted.getFirst());
        getChildren().setAll(whole ? scrolled(row.inOne()) : row.fitted());
        row.leftOut().ifPresent(note -> getChildren().add(muted(note)));
        if (whole || row.leftOut().isPresent()) {
            Hyperlink more =
                    new Hyperlink(Texts.of(whole ? "inspector.show.part" : "inspector.show.all"));
            more.setOnAction(
                    _ -> {
                        whole = !whole;
                        fill();
                    });
            getChildren().add(more);
        }
    }

    private static ScrollPane scrolled(Node row) {
        ScrollPane pane = new ScrollPane(row);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("equation-pane");
        return pane;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        return label;
    }

    /// The equation with its numbers set one way.
    private final class Row {

        private final List<Node> left = new ArrayList<>();
        private final List<Node> right = new ArrayList<>();
        private final List<HeatTable> tables = new ArrayList<>();
        private final List<TableView> factors = new ArrayList<>();
        private final TableView downstream;
        private double wide;

        Row(Numbers numbers, int rows, int cols) {
            before().ifPresent(sign -> left.add(signed(sign)));
            for (Equation.Factor factor : equation.factors()) {
                if (!factors.isEmpty()) {
                    left.add(signed(between()));
                }
                boolean jacobian =
                        factor.local() && equation.sign() == Equation.Sign.TRANSPOSED_TIMES;
                int most = jacobian ? MOST_OF_JACOBIAN : 0;
                String role = factor.local() ? "local" : "upstream";
                Ink ink = factor.local() ? Ink.LOCAL : Ink.UPSTREAM;
                Tensor tensor = factor.tensor();
                factors.add(
                        table(tensor, ink, numbers, Math.max(rows, most), Math.max(cols, most)));
                wide += Math.max(factors.getLast().getPrefWidth(), EquationView.width(role)) + GAP;
                left.add(titled(role, tensor, factors.getLast()));
            }
            after().ifPresent(sign -> left.add(signed(sign)));
            Tensor down = equation.downstream();
            downstream = table(down, Ink.DOWNSTREAM, numbers, rows, cols);
            right.add(signed("="));
            wide += Math.max(downstream.getPrefWidth(), EquationView.width("downstream")) + GAP;
            right.add(titled("downstream", down, downstream));
            downstream.onHover(this::light);
        }

        private Label signed(String text) {
            wide += Words.width(text, Fonts.WORDS.at(SIGN)) + GAP;
            return sign(text);
        }

        private TableView table(Tensor tensor, Ink ink, Numbers numbers, int rows, int cols) {
            HeatTable table = TableView.table(tensor, ink, numbers, rows, cols).withSnugCells();
            tables.add(table);
            return new TableView(table, tensor, shown, whole ? Double.MAX_VALUE : room);
        }

        private void light(Optional<Cell> cell) {
            List<Lit> lit = cell.map(c -> Makers.of(equation, c)).orElse(List.of());
            for (int i = 0; i < factors.size(); i++) {
                factors.get(i).light(lit.isEmpty() ? Lit.NOTHING : lit.get(i));
            }
            downstream.light(cell.map(c -> Lit.cell(c.row(), c.col())).orElse(Lit.NOTHING));
        }

        double width() {
            return wide;
        }

        Node inOne() {
            List<Node> all = new ArrayList<>(left);
            all.addAll(right);
            return line(all);
        }

        Node fitted() {
            return width() <= room ? inOne() : new VBox(8, line(left), line(right));
        }

        /// What the tables do not show, each of them once: `first 5 of 32 columns`.
        Optional<String> leftOut() {
            List<String> notes =
                    tables.stream()
                            .map(HeatTable::note)
                            .filter(n -> !n.isEmpty())
                            .distinct()
                            .toList();
            return notes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Texts.of("inspector.left.out", String.join("; ", notes)));
        }
    }

    private static HBox line(List<Node> nodes) {
        HBox line = new HBox(GAP);
        line.getChildren().setAll(nodes);
        line.setAlignment(Pos.BOTTOM_LEFT);
        line.setFillHeight(false);
        return line;
    }

    private Optional<String> before() {
        return switch (equation.before()) {
            case NOTHING -> Optional.empty();
            case SUM -> Optional.of("Σ");
            case SUM_ROWS -> Optional.of(Texts.of("inspector.sum.rows"));
            case SUM_COLS -> Optional.of(Texts.of("inspector.sum.cols"));
            case JACOBIAN -> Optional.of("Jᵀ ·");
        };
    }

    private String between() {
        return switch (equation.sign()) {
            case TIMES -> "·";
            case ELEMENTWISE -> "⊙";
            case TRANSPOSED_TIMES -> "ᵀ ·";
        };
    }

    private Optional<String> after() {
        return switch (equation.after()) {
            case NOTHING -> Optional.empty();
            case TRANSPOSED -> Optional.of("ᵀ");
            case RESHAPED -> Optional.of(Texts.of("inspector.reshaped"));
        };
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("operator");
        sign.setMinWidth(USE_PREF_SIZE);
        return sign;
    }

    /// The width of a name above its table.
    private static double width(String role) {
        String text = Texts.of(role).toUpperCase(Locale.getDefault());
        return Words.width(text, Fonts.WORDS_BOLD.at(TITLE));
    }

    /// A table under its role and its shape.
    private static Node titled(String role, Tensor tensor, TableView table) {
        Label shape = new Label(tensor.shape().toString());
        shape.getStyleClass().addAll("muted", "table-shape");
        shape.setMinWidth(USE_PREF_SIZE);
        return new VBox(3, new VBox(CellView.title(role, role), shape), table);
    }
}
