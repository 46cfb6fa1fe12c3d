package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.Optimiser.AdamW;
import dev.backstep.optim.Optimiser.Sgd;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;

/// The update of one parameter in plain sentences.
record UpdateSentences(UpdateFormulas rule, Walkthrough w, int parameter, Numbers numbers) {

    static Message of(Walkthrough w, int parameter, Numbers numbers) {
        UpdateFormulas rule = UpdateFormulas.of(w, parameter, numbers);
        UpdateSentences words = new UpdateSentences(rule, w, parameter, numbers);
        return w.updates().orElseThrow().isStopped() ? words.say("stopped") : words.moving();
    }

    private Message moving() {
        return rule.isBare() ? bare() : clipped(stepping());
    }

    private Message bare() {
        String rate = Numbers.FULL.plain(optimiser().rate());
        return rule.moved().after().shape().isScalar()
                ? say("bare").with("rate", rate).with("numbers", inWords(rate) + " = " + result())
                : say("bare.matrix").with("rate", rate).with("result", result());
    }

    private Message stepping() {
        Message.Pattern sentence =
                say(rule.moved().after().shape().isScalar() ? "step" : "step.matrix")
                        .with("step", number())
                        .with("method", method())
                        .with("rate", Numbers.FULL.plain(optimiser().rate()))
                        .with("result", result());
        return rule.decays() && optimiser() instanceof AdamW a
                ? sentence.with("against", against("decayed").with("factor", shrink(a)))
                : sentence.with("against", against("against"));
    }

    private Message number() {
        long t = rule.t();
        return t == 1 ? Message.of("update.first") : Message.of("update.next").with("t", "" + t);
    }

    private static String shrink(AdamW optimiser) {
        return Numbers.FULL.plain(optimiser.shrink());
    }

    private Message.Pattern against(String key) {
        return say(rule.isPenalised() ? key + ".penalised" : key);
    }

    private Message method() {
        return optimiser() instanceof Sgd sgd && sgd.momentum() != 0
                ? say("momentum").with("momentum", Numbers.FULL.plain(sgd.momentum()))
                : Message.verbatim(optimiser().word());
    }

    private Message clipped(Message sentence) {
        if (!rule.clips()) {
            return sentence;
        }
        return say(rule.moved().factor() == 1 ? "unclipped" : "clipped")
                .with("step", sentence)
                .with("norm", numbers.plain(rule.moved().norm()))
                .with("clip", Numbers.FULL.plain(optimiser().clip()));
    }

    private String inWords(String rate) {
        String g = numbers.plain(w.gradient(parameter).orElseThrow().item());
        String before = numbers.plain(w.value(parameter).item());
        return " = " + before + " − " + rate + " · " + (g.startsWith("−") ? "(" + g + ")" : g);
    }

    private String result() {
        return numbers.brief(rule.moved().after());
    }

    private String gradient() {
        return "∂" + w.labels().words(w.output()) + "/∂" + name();
    }

    private Optimiser optimiser() {
        return rule.optimiser();
    }

    private Message.Pattern say(String key) {
        return Message.of("update." + key).with("x", name()).with("gradient", gradient());
    }

    private String name() {
        return w.labels().words(parameter);
    }
}
