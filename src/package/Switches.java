import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes the type tests of pattern switches out. The compiler leaves them to `SwitchBootstraps`, which makes a class for
/// each switch when it is first run, and no AOT cache of Java 25 keeps those: some ms a switch, at every start.
final class Switches {

    private record Switch(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private final ClassModel model;
    private final List<Switch> found = new ArrayList<>();

    private Switches(ClassModel model) {
        this.model = model;
    }

    /// The same class, with each type switch a method of its own.
    static byte[] writtenOut(ClassFile classes, byte[] old) {
        if (!new String(old, StandardCharsets.ISO_8859_1).contains("java/lang/runtime/SwitchBootstraps")) {
            return old;
        }
        Switches switches = new Switches(classes.parse(old));
        return classes.build(switches.model.thisClass().asSymbol(), switches::build);
    }

    private void build(ClassBuilder out) {
        for (ClassElement element : model) {
            if (element instanceof MethodModel method) {
                out.transformMethod(method, (builder, part) -> {
                    if (part instanceof CodeModel code) {
                        builder.transformCode(code, this::replace);
                    } else {
                        builder.with(part);
                    }
                });
            } else {
                out.with(element);
            }
        }
        for (Switch s : found) {
            int flags = AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();
            out.withMethodBody(s.name(), s.type(), flags, code -> tests(code, s.labels()));
        }
    }

    private void replace(CodeBuilder out, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
            List<ClassDesc> labels = call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
            Switch s = new Switch("typeSwitch$" + found.size(), call.typeSymbol(), labels);
            found.add(s);
            boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
            out.invokestatic(model.thisClass().asSymbol(), s.name(), s.type(), isInterface);
        } else {
            out.with(element);
        }
    }

    private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return bootstrap.owner().equals(BOOTSTRAPS)
                && bootstrap.methodName().equals("typeSwitch")
                && call.typeSymbol().parameterType(0).isClassOrInterface()
                && call.bootstrapArgs().stream().allMatch(Switches::isType);
    }

    private static boolean isType(ConstantDesc label) {
        return label instanceof ClassDesc type && !type.isPrimitive();
    }

    /// `(selector, restart)` → the first label from `restart` on that the selector is of; −1 for null, their number for none.
    private static void tests(CodeBuilder code, List<ClassDesc> labels) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int k = 0; k < labels.size(); k++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(k).if_icmpgt(next);
            code.aload(0).instanceOf(labels.get(k)).ifeq(next);
            code.loadConstant(k).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
