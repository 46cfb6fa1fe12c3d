package dev.backstep.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements.DocCommentKind;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A source file of the project as its text shows it: what the compiler throws away, but who
/// maintains it reads.
///
/// @param lines how many it has
/// @param declarations its types and methods, nested ones too
record SourceFile(Path path, int lines, List<Declaration> declarations) {

    /// A type or a method.
    ///
    /// @param line where it starts, from 1
    /// @param lines from its first modifier to its last bracket
    /// @param documented whether a `///` comment stands above it
    record Declaration(
            String name, boolean type, boolean open, int line, int lines, boolean documented) {}

    static final Path MAIN = Path.of("src/main/java");
    static final Path TEST = Path.of("src/test/java");

    /// All Java files below a folder, in the order of their paths.
    static List<Path> below(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Parses, without compiling, all Java files below a folder.
    static List<SourceFile> parsed(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(below(folder)));
            List<SourceFile> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                all.add(of(unit, DocTrees.instance(task)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile of(CompilationUnitTree unit, DocTrees trees) throws IOException {
        Path path = Path.of(unit.getSourceFile().toUri());
        Declarations scanner = new Declarations(unit, trees);
        scanner.scan(unit, null);
        return new SourceFile(
                Path.of("").toAbsolutePath().relativize(path),
                Files.readAllLines(path).size(),
                scanner.found);
    }

    private static final class Declarations extends TreePathScanner<Void, Void> {

        private final List<Declaration> found = new ArrayList<>();
        private final CompilationUnitTree unit;
        private final DocTrees trees;

        Declarations(CompilationUnitTree unit, DocTrees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!type.getSimpleName().isEmpty()) {
                note(
                        type,
                        type.getSimpleName().toString(),
                        type.getModifiers().getFlags().contains(Modifier.PUBLIC));
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            note(
                    method,
                    method.getName().toString(),
                    method.getModifiers().getFlags().contains(Modifier.PUBLIC));
            return super.visitMethod(method, none);
        }

        private void note(Tree tree, String name, boolean open) {
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            long end = trees.getSourcePositions().getEndPosition(unit, tree);
            if (end < 0) {
                return; // the compiler's own: a default constructor
            }
            int first = (int) unit.getLineMap().getLineNumber(start);
            int last = (int) unit.getLineMap().getLineNumber(end);
            boolean documented =
                    trees.getDocComment(getCurrentPath()) != null
                            && trees.getDocCommentKind(getCurrentPath())
                                    == DocCommentKind.END_OF_LINE;
            found.add(
                    new Declaration(
                            name,
                            tree instanceof ClassTree,
                            open,
                            first,
                            last - first + 1,
                            documented));
        }
    }
}
