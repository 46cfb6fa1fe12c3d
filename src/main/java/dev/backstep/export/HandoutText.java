package dev.backstep.export;

import dev.backstep.export.HandoutPage.Block;
import dev.backstep.export.HandoutPage.Piece;
import dev.backstep.export.figure.Explained.Noted;
import dev.backstep.layout.Diagram;
import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonQuestion.Asks;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.TextBlock;
import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text of a lesson on paper: its questions without their answers.
public final class HandoutText {

    private static final String BLANK = "  ____________";

    /// What stands for a tab of a listing.
    private static final String TAB = "    ";

    private final List<Block> blocks = new ArrayList<>();

    private HandoutText() {}

    /// @param picture of its graph, if it has one
    /// @param language of what is said of a mistake
    public static HandoutPage page(LessonStop stop, Optional<Diagram> picture, Bundle language) {
        Optional<Noted> mistake =
                picture.flatMap(Diagram::mistake)
                        .map(m -> new Noted(language.say(m.what()), language.say(m.effect())));
        return new HandoutPage(runs(stop.heading()), mistake, picture, blocks(stop.blocks()));
    }

    private static List<Block> blocks(List<TextBlock> text) {
        HandoutText handout = new HandoutText();
        handout.addAll(text, "", 0);
        return handout.blocks;
    }

    private static List<Piece> runs(List<Inline> words) {
        List<Piece> runs = new ArrayList<>();
        words.forEach(w -> add(w, false, runs));
        return runs;
    }

    private static void add(Inline word, boolean strong, List<Piece> to) {
        switch (word) {
            case Inline.Words(String text) -> to.add(new Piece.Words(text, strong, false));
            case Inline.Emphasised(List<Inline> inside) -> inside.forEach(i -> add(i, strong, to));
            case Inline.Strong(List<Inline> inside) -> inside.forEach(i -> add(i, true, to));
            case Inline.Code(String text) -> to.add(new Piece.Words(text, strong, true));
            case Inline.Math(String tex, boolean _) -> to.add(new Piece.Formula(tex));
            case Inline.WebLink(String _, List<Inline> inside) ->
                    inside.forEach(i -> add(i, strong, to));
            case Inline.Image(var _, String description) ->
                    to.add(new Piece.Words(description, strong, false));
            case Inline.LineBreak _ -> to.add(new Piece.Words(" ", strong, false));
        }
    }

    /// @param mark stands before the first of them
    private void addAll(List<TextBlock> text, String mark, int depth) {
        for (int i = 0; i < text.size(); i++) {
            add(text.get(i), i == 0 ? mark : "", depth);
        }
    }

    private void add(TextBlock block, String mark, int depth) {
        switch (block) {
            case TextBlock.Paragraph(List<Inline> words) -> paragraph(runs(words), mark, depth);
            case TextBlock.Subheading(int _, List<Inline> words) ->
                    paragraph(strong(words), mark, depth);
            case TextBlock.Displayed shown ->
                    blocks.add(new Block.Displayed(shown.tex(), shown.pieces(), mark, depth));
            case TextBlock.Items items -> items(items, depth);
            case TextBlock.Listing(String text) ->
                    blocks.add(new Block.Listing(text.replace("\t", TAB), mark, depth));
            case TextBlock.Quoted(List<TextBlock> inside) -> addAll(inside, mark, depth + 1);
            case TextBlock.Rule _ -> paragraph(List.of(), "", depth);
            case TextBlock.Asked(LessonQuestion question) -> question(question);
        }
    }

    private void paragraph(List<Piece> runs, String mark, int depth) {
        blocks.add(new Block.Paragraph(runs, mark, depth));
    }

    private static List<Piece> strong(List<Inline> words) {
        List<Piece> runs = new ArrayList<>();
        words.forEach(w -> add(w, true, runs));
        return runs;
    }

    private void items(TextBlock.Items items, int depth) {
        for (int i = 0; i < items.items().size(); i++) {
            String mark = items.isNumbered() ? items.first() + i + "." : "•";
            addAll(items.items().get(i), mark, depth + 1);
        }
    }

    private void question(LessonQuestion question) {
        List<Piece> prompt = runs(question.prompt());
        switch (question.asks()) {
            case Asks.Value(String name, int _) -> number(or(prompt, name));
            case Asks.Gradient(String name, int _) -> number(or(prompt, "∂/∂" + name));
            case Asks.Choice(List<LessonQuestion.Option> options) -> {
                paragraph(prompt, "?", 1);
                options.forEach(o -> paragraph(runs(o.words()), "○", 2));
            }
        }
    }

    private static List<Piece> or(List<Piece> prompt, String name) {
        return prompt.isEmpty() ? List.of(new Piece.Words(name, false, true)) : prompt;
    }

    /// What is asked for stands in the prompt.
    private void number(List<Piece> prompt) {
        List<Piece> asked = new ArrayList<>(prompt);
        asked.add(new Piece.Words(BLANK, false, false));
        paragraph(asked, "?", 1);
    }
}
