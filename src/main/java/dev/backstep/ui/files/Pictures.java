package dev.backstep.ui.files;

import dev.backstep.explain.Conventions;
import dev.backstep.export.Figure;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.figure.StepFigure;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.AtomicWrite;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

/// Writes the picture on screen to a file or to the clipboard, drawn anew at the resolution asked
/// for.
public final class Pictures {

    private final Stage stage;
    private final Session session;
    private final Notices notices;
    private final FileWriting writing;
    private final Choosers choosers;
    private final FilmFiles film;
    private final Supplier<Optional<Arrangement>> arrangement;
    private final Supplier<Theme> theme;
    private Supplier<List<FigureOffer>> offers = List::of;

    Pictures(
            Stage stage,
            Session session,
            Notices notices,
            FileWriting writing,
            Choosers choosers,
            FilmFiles film,
            Supplier<Optional<Arrangement>> arrangement,
            Supplier<Theme> theme) {
        this.stage = stage;
        this.session = session;
        this.notices = notices;
        this.writing = writing;
        this.choosers = choosers;
        this.film = film;
        this.arrangement = arrangement;
        this.theme = theme;
    }

    /// What writes all steps as pictures or as an animation.
    public FilmFiles film() {
        return film;
    }

    /// Asks how the picture is to look and where it goes.
    void export() {
        Optional<Diagram> diagram = diagram();
        if (diagram.isEmpty()) {
            notices.refuse(Texts.of("export.nothing"));
            return;
        }
        List<Exportable> all = new ArrayList<>(List.of(new Exportable.OfDiagram(diagram.get())));
        step().map(Exportable.OfOffer::new).ifPresent(all::add);
        for (FigureOffer offer : offers.get()) {
            all.add(offer.front() ? 0 : all.size(), new Exportable.OfOffer(offer));
        }
        export(all, theme.get());
    }

    /// Offers more figures in the dialog.
    void offer(Supplier<List<FigureOffer>> more) {
        offers = more;
    }

    /// What the inspector tells of the step that the story has come to.
    private Optional<FigureOffer> step() {
        ThemedState now = new ThemedState(session.state(), theme.get());
        return now.walkthrough()
                .map(
                        w ->
                                new FigureOffer(
                                        Texts.of("export.explained"),
                                        false,
                                        width -> Figure.of(explained(w, now, width))));
    }

    private static StepFigure explained(Walkthrough w, ThemedState now, double width) {
        int step = now.step();
        String note = now.note(w.step(step).node()).orElse("");
        return StepFigure.of(w, step, now.numbers(), Texts.spoken(), note, width);
    }

    void export(Exportable what, Theme now) {
        export(List.of(what), now);
    }

    private void export(List<Exportable> all, Theme now) {
        ExportDialog dialog = new ExportDialog(stage, all, now, output(), conventions());
        dialog.showAndWait()
                .ifPresent(
                        order -> {
                            if (order.allSteps() && !order.toClipboard()) {
                                film.save(order.picture());
                            } else if (order.toClipboard()) {
                                copy(order.what(), order.picture());
                            } else {
                                choosers.picture()
                                        .ifPresent(
                                                file -> write(order.what(), order.picture(), file));
                            }
                        });
    }

    /// Puts the picture on the clipboard, at twice the size of the screen.
    void copy() {
        Optional<Exportable> front =
                offers.get().stream()
                        .filter(FigureOffer::front)
                        .findFirst()
                        .map(Exportable.OfOffer::new);
        front.or(() -> diagram().map(Exportable.OfDiagram::new))
                .ifPresent(what -> copy(what, Png.Picture.of(theme.get(), 2)));
    }

    /// Writes a picture in the background and tells how it went.
    ///
    /// @return done when it is told
    public CompletableFuture<Void> write(Diagram diagram, Png.Picture picture, Path file) {
        return write(new Exportable.OfDiagram(diagram), picture, file);
    }

    private CompletableFuture<Void> write(Exportable what, Png.Picture picture, Path file) {
        notices.tell(
                Texts.of(
                        Message.of("export.running")
                                .with("file", String.valueOf(file.getFileName()))));
        return writing.run(file, () -> failure(what, picture, file));
    }

    /// What is on screen, without marks of the mouse; nothing while there is no graph.
    public Optional<Diagram> diagram() {
        State state = session.state();
        Optional<Walkthrough> w = state.good().map(g -> g.walkthrough());
        return w.flatMap(story -> arrangement.get().map(a -> picture(story, a, state)));
    }

    private static Diagram picture(Walkthrough w, Arrangement arrangement, State state) {
        int step = state.view().step();
        Numbers numbers = new Numbers(state.view().preferences().digits());
        return Diagrams.at(
                w,
                arrangement,
                step,
                new DiagramOptions(
                        numbers,
                        OptionalInt.empty(),
                        Set.of(),
                        NonFiniteMarks.of(w).at(step),
                        Texts.spoken()));
    }

    private static Optional<Message> failure(Exportable what, Png.Picture picture, Path file) {
        PictureFormat format = PictureFormat.of(file.toString()).orElse(PictureFormat.PNG);
        return what.refusal(format, picture)
                .or(
                        () ->
                                Unwritten.of(
                                        file,
                                        () ->
                                                AtomicWrite.write(
                                                        file,
                                                        to -> what.write(format, picture, to))));
    }

    void copy(Exportable what, Png.Picture picture) {
        Optional<String> refusal = what.refusal(picture).map(Texts::of);
        if (refusal.isPresent()) {
            notices.refuse(refusal.get());
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putImage(what.image(picture));
        Clipboard.getSystemClipboard().setContent(content);
        notices.tell(Texts.of("export.copied"));
    }

    private String output() {
        return session.state()
                .good()
                .map(g -> g.walkthrough().labels().words(g.walkthrough().output()))
                .orElse("L");
    }

    private List<Message> conventions() {
        return session.state()
                .good()
                .map(g -> Conventions.of(g.walkthrough().graph()))
                .orElse(List.of());
    }
}
