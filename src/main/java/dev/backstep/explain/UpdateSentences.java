package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.optim.Optimiser.AdamW;
import dev.backstep.optim.Quantity;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;

/// The update of one parameter in plain sentences.
record UpdateSentences(UpdateFormulas rule, Walkthrough w, int parameter, Numbers numbers) {

    static Message of(Walkthrough w, int parameter, Numbers numbers) {
        UpdateFormulas rule = UpdateFormulas.of(w, parameter, numbers);
        UpdateSentences words = new UpdateSentences(rule, w, parameter, numbers);
        return words.updates().isStopped() ? words.say("stopped") : words.moving();
    }

    private Message moving() {
        return rule.isBare() ? bare() : clipped(stepping());
    }

    private Message bare() {
        return isScalar()
                ? say("bare").with("rate", rate()).with("numbers", inWords() + " = " + result())
                : say("bare.matrix").with("rate", rate()).with("result", result());
    }

    private Message stepping() {
        return say(isScalar() ? "step" : "step.matrix")
                .with("step", number())
                .with("method", method())
                .with("rate", rate())
                .with("against", against())
                .with("result", result());
    }

    private Message number() {
        long t = updates().number();
        return t == 1 ? Message.of("update.first") : Message.of("update.next").with("t", t);
    }

    private Message against() {
        String penalised = uses(Quantity.PENALTY) ? ".penalised" : "";
        return updates().optimiser() instanceof AdamW w && uses(Quantity.DECAY)
                ? say("decayed" + penalised).with("factor", Numbers.FULL.plain(w.shrink()))
                : say("against" + penalised);
    }

    private Message method() {
        return uses(Quantity.MOMENTUM)
                ? say("momentum").with("momentum", setting(Quantity.MOMENTUM))
                : Message.verbatim(updates().optimiser().word());
    }

    private Message clipped(Message sentence) {
        if (!uses(Quantity.CLIP)) {
            return sentence;
        }
        double norm = updates().norm();
        boolean scales = norm > rule.value(Quantity.CLIP);
        return say(scales ? "clipped" : "unclipped")
                .with("step", sentence)
                .with("norm", numbers.plain(norm))
                .with("clip", setting(Quantity.CLIP));
    }

    private String inWords() {
        String g = numbers.plain(w.gradient(parameter).orElseThrow().item());
        String before = numbers.plain(w.value(parameter).item());
        return " = " + before + " − " + rate() + " · " + (g.startsWith("−") ? "(" + g + ")" : g);
    }

    private String result() {
        return numbers.brief(updates().of(parameter).after());
    }

    private String rate() {
        return setting(Quantity.RATE);
    }

    private String setting(Quantity quantity) {
        return Numbers.FULL.plain(rule.value(quantity));
    }

    private boolean uses(Quantity quantity) {
        return rule.step().uses(quantity);
    }

    private boolean isScalar() {
        return w.value(parameter).shape().isScalar();
    }

    private String gradient() {
        return "∂" + w.labels().words(w.output()) + "/∂" + name();
    }

    private Updates updates() {
        return w.updates().orElseThrow();
    }

    private Message.Pattern say(String key) {
        return Message.of("update." + key).with("x", name()).with("gradient", gradient());
    }

    private String name() {
        return w.labels().words(parameter);
    }
}
