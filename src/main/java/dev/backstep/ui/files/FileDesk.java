package dev.backstep.ui.files;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.layout.Arrangement;
import dev.backstep.onnx.OnnxProgram;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.LineEnd;
import dev.backstep.session.Mode;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.ProgramFile;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.SampleProgram;
import dev.backstep.ui.csv.CsvDialog;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.lesson.LessonRead;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// What the user does with files: new, open, save, recent ones, drops, pictures.
///
/// Opening never asks about unsaved text: undo brings it back, and so does the next start.
public final class FileDesk {

    private final Stage stage;
    private final Session session;
    private final Notices notices;
    private final Background background;
    private final Choosers choosers;
    private final FileWriting writing;
    private final Pictures pictures;
    private final PlotFiles plots;
    private final ScriptFiles scripts;
    private final LongExports exports;
    private final PageFile page;
    private final FileCare care;
    private final FileBar bar;
    private final ModelFile models;
    private Consumer<Path> lessons = _ -> {};

    public FileDesk(
            Stage stage,
            Session session,
            Notices notices,
            Background background,
            Supplier<Optional<Arrangement>> arrangement,
            Supplier<Theme> theme) {
        this.stage = stage;
        this.session = session;
        this.notices = notices;
        this.background = background;
        this.choosers = new Choosers(stage, session);
        this.writing = new FileWriting(notices, background);
        this.exports = new LongExports(notices, background);
        WholeWalk walk = new WholeWalk(session, arrangement);
        FilmFiles film = new FilmFiles(walk, notices, exports, choosers);
        this.pictures =
                new Pictures(stage, session, notices, writing, choosers, film, arrangement, theme);
        this.plots = new PlotFiles(writing, choosers, pictures);
        this.scripts = new ScriptFiles(session, notices, writing, choosers, pictures);
        this.page = new PageFile(walk, notices, exports, choosers);
        this.care = new FileCare(stage, session, notices, background);
        this.bar = new FileBar(care);
        this.models = new ModelFile(session, notices, background, choosers);
    }

    /// What says that the file is no longer what it was, and how far an export is.
    public Node bar() {
        return new VBox(bar, exports.bar());
    }

    /// Goes on showing the exports that run in another window, whose place this one takes.
    public void takeOver(FileDesk other) {
        exports.takeOver(other.exports);
    }

    public void show(State state) {
        bar.show(state);
        care.show(state);
    }

    /// Looks whether the file is still what it was.
    public void look() {
        care.look();
    }

    /// The text of the file takes the place of that of the window.
    public void reload() {
        care.reload();
    }

    /// What is in the window stands, whatever the file holds.
    public void keepMine() {
        care.keep();
    }

    /// Shows what the file and the window hold.
    public void compare() {
        care.compare();
    }

    public void newProgram() {
        boolean unsaved = session.state().isModified();
        session.dispatch(new Action.New());
        notices.replaced(Texts.of("file.new"), unsaved);
    }

    public void open() {
        choosers.open().ifPresent(this::open);
    }

    /// Opens a file, or says why not; of a table, asks what is to be learnt.
    public void open(Path file) {
        if (isTable(file)) {
            csv(file);
            return;
        }
        if (OnnxProgram.isModel(file)) {
            models.open(file, this::open);
            return;
        }
        if (LessonRead.isLesson(file)) {
            lessons.accept(file.toAbsolutePath().normalize());
            return;
        }
        boolean unsaved = session.state().isModified();
        if (read(file)) {
            notices.opened(String.valueOf(file.getFileName()), unsaved);
        }
    }

    private static boolean isTable(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.[ct]sv");
    }

    /// Asks for a table, and what is to be learnt from it.
    public void csv() {
        choosers.table().ifPresent(this::csv);
    }

    private void csv(Path file) {
        CsvDialog.open(stage, session, background, file);
    }

    /// Has lessons opened by `by`.
    public void openLessons(Consumer<Path> by) {
        lessons = by;
    }

    private boolean read(Path file) {
        return switch (ProgramFile.read(file)) {
            case ProgramFile.Read.Ok(String text, LineEnd lineEnd) -> {
                session.dispatch(
                        new Action.Open(
                                Optional.of(file.toAbsolutePath().normalize()), text, lineEnd));
                yield true;
            }
            case ProgramFile.Read.Refused(Message why) -> {
                notices.refuse(Texts.of(why));
                yield false;
            }
        };
    }

    public void openSample(SampleProgram sample) {
        boolean unsaved = session.state().isModified();
        session.dispatch(new Action.Copy(sample.name(), sample.text()));
        notices.opened(sample.file(), unsaved);
    }

    /// Opens the example of a term, where its graph is seen.
    public void openExample(GlossaryTerm term) {
        boolean unsaved = session.state().isModified();
        String title = Texts.of(term.title());
        session.dispatch(new Action.Copy(title, term.example()));
        if (session.state().view().mode() == Mode.TRAIN) {
            session.dispatch(new Action.Switch(Mode.EXPLORE));
        }
        notices.opened(title, unsaved);
    }

    /// Offers the files used lately.
    public void showRecent() {
        List<Path> recent = ProgramFile.present(session.state().desk().recent());
        if (recent.isEmpty()) {
            notices.tell(Texts.of("file.recent.none"));
            return;
        }
        ChoiceDialog<Path> dialog = new ChoiceDialog<>(recent.getFirst(), recent);
        dialog.initOwner(stage);
        dialog.setTitle(Texts.of("command.recent"));
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(Texts.of("file.recent"));
        dialog.showAndWait().ifPresent(this::open);
    }

    public void save() {
        Optional<Path> file = session.state().origin().file();
        if (file.isPresent()) {
            save(file.get());
        } else {
            saveAs();
        }
    }

    public void saveAs() {
        choosers.save().ifPresent(this::save);
    }

    /// Writes the program to a file, or says why not.
    public void save(Path file) {
        boolean underAnotherName = care.save(file);
        if (underAnotherName) {
            saveAs();
        }
    }

    /// Offers more figures in the export dialog.
    public void offer(Supplier<List<FigureOffer>> more) {
        pictures.offer(more);
    }

    public void export() {
        pictures.export();
    }

    public void copyPicture() {
        pictures.copy();
    }

    /// Asks where the result of a quiz goes, and writes it there.
    public void keepResult(String result) {
        choosers.text().ifPresent(file -> writing.text(result, file));
    }

    /// What writes the program and its picture for other programs.
    public ScriptFiles scripts() {
        return scripts;
    }

    /// What takes the views of a training out of the window.
    public PlotFiles plots() {
        return plots;
    }

    /// What writes all steps as a page for a browser.
    public PageFile page() {
        return page;
    }

    /// What writes and copies pictures.
    public Pictures pictures() {
        return pictures;
    }

    /// Opens a file that is dropped on `target`.
    public void acceptDrops(Node target) {
        FileDrops.accept(target, this::open);
    }
}
