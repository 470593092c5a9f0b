package fr.sillage.swt.internal;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Changes the few places of SWTChart 1.1.0 that RAP cannot serve. The bodies it writes have no jumps, so
 * neither stack map frames nor class hierarchies have to be computed, and no class is loaded meanwhile.
 */
class ChartWeaver implements WeavingHook {

    private static final String TARGET = "org.eclipse.swtchart";

    private static final String COMPOSITE = "org/eclipse/swt/widgets/Composite";
    private static final String CANVAS = "org/eclipse/swt/widgets/Canvas";
    private static final String SUPPORT = "fr/sillage/swt/support/ChartSupport";

    private static final String FONT = "Lorg/eclipse/swt/graphics/Font;";
    private static final String RGB = "Lorg/eclipse/swt/graphics/RGB;";
    private static final String COLOR = "Lorg/eclipse/swt/graphics/Color;";
    private static final String GC = "Lorg/eclipse/swt/graphics/GC;";
    private static final String POINT = "Lorg/eclipse/swt/graphics/Point;";
    private static final String RECTANGLE = "Lorg/eclipse/swt/graphics/Rectangle;";
    private static final String STRING = "Ljava/lang/String;";

    /** Widgets that paint: in SWT every Composite can, in RAP only a Canvas. */
    private static final Set<String> PAINTED = Set.of(
            "org.eclipse.swtchart.Chart",
            "org.eclipse.swtchart.internal.PlotArea",
            "org.eclipse.swtchart.internal.Legend",
            "org.eclipse.swtchart.support.CircularLegend");

    /** Method bodies to replace: class, then name and descriptor. */
    private static final Map<String, Map<String, Consumer<MethodVisitor>>> BODIES = Map.of(
            // measures text on an off-screen image, which RAP does not have
            "org.eclipse.swtchart.internal.Util",
            Map.of("getExtentInGC(" + FONT + STRING + ")" + POINT, method -> {
                method.visitVarInsn(ALOAD, 0);
                method.visitVarInsn(ALOAD, 1);
                method.visitMethodInsn(INVOKESTATIC, SUPPORT, "textExtent", "(" + FONT + STRING + ")" + POINT, false);
                method.visitInsn(ARETURN);
            }),
            // rotates an off-screen image
            "org.eclipse.swtchart.internal.Title",
            Map.of("drawVerticalTitle(" + GC + ")V", method -> {
                String title = "org/eclipse/swtchart/internal/Title";
                method.visitVarInsn(ALOAD, 1);
                method.visitVarInsn(ALOAD, 0);
                method.visitMethodInsn(INVOKEVIRTUAL, title, "getText", "()" + STRING, false);
                method.visitVarInsn(ALOAD, 0);
                method.visitMethodInsn(INVOKEVIRTUAL, title, "getBounds", "()" + RECTANGLE, false);
                method.visitMethodInsn(
                        INVOKESTATIC, SUPPORT, "drawVertical", "(" + GC + STRING + RECTANGLE + ")V", false);
                method.visitInsn(RETURN);
            }),
            // caches in static, unsynchronized maps: here many sessions share them from many threads, and each
            // colour and font keeps the session alive that made it
            "org.eclipse.swtchart.Resources",
            Map.of(
                    "getColor(" + RGB + ")" + COLOR,
                    method -> {
                        method.visitVarInsn(ALOAD, 0);
                        method.visitMethodInsn(INVOKESTATIC, SUPPORT, "color", "(" + RGB + ")" + COLOR, false);
                        method.visitInsn(ARETURN);
                    },
                    "getFont(" + STRING + "II)" + FONT,
                    method -> {
                        method.visitVarInsn(ALOAD, 0);
                        method.visitVarInsn(ILOAD, 1);
                        method.visitVarInsn(ILOAD, 2);
                        method.visitMethodInsn(INVOKESTATIC, SUPPORT, "font", "(" + STRING + "II)" + FONT, false);
                        method.visitInsn(ARETURN);
                    }));

    /** Calls on a GC to redirect to a static method with the GC as first argument: class, then name and descriptor. */
    private static final Map<String, Set<String>> CALLS = Map.of(
            // takes the clipping, sets one and puts the former back; in RAP the clipping of an unclipped GC are the
            // control's bounds in its parent, so the chart's offset there is cut off from all that is drawn next
            "org.eclipse.swtchart.internal.axis.AxisTickMarks", Set.of("getClipping()" + RECTANGLE),
            // bars are translucent: the grid shines through and the legend shows other colours than the bars
            "org.eclipse.swtchart.internal.series.BarSeries", Set.of("setAlpha(I)V"));

    @Override
    public void weave(WovenClass woven) {
        // Asked for every class of every bundle: leave at once.
        String name = woven.getClassName();
        if (!name.startsWith(TARGET)
                || !TARGET.equals(woven.getBundleWiring().getBundle().getSymbolicName())) {
            return;
        }
        boolean painted = PAINTED.contains(name);
        Map<String, Consumer<MethodVisitor>> bodies = BODIES.getOrDefault(name, Map.of());
        Set<String> calls = CALLS.getOrDefault(name, Set.of());
        if (painted || !bodies.isEmpty() || !calls.isEmpty()) {
            ClassReader reader = new ClassReader(woven.getBytes());
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Change(writer, painted, bodies, calls), 0);
            woven.setBytes(writer.toByteArray());
        }
    }

    private static class Change extends ClassVisitor {

        private final boolean painted;
        private final Map<String, Consumer<MethodVisitor>> bodies;
        private final Set<String> calls;
        private boolean plotArea;

        Change(ClassVisitor next, boolean painted, Map<String, Consumer<MethodVisitor>> bodies, Set<String> calls) {
            super(ASM9, next);
            this.painted = painted;
            this.bodies = bodies;
            this.calls = calls;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            plotArea = name.endsWith("/PlotArea");
            super.visit(
                    version,
                    access,
                    name,
                    signature,
                    painted && COMPOSITE.equals(superName) ? CANVAS : superName,
                    interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            Consumer<MethodVisitor> body = bodies.get(name + descriptor);
            if (body != null) {
                next.visitCode();
                body.accept(next);
                next.visitMaxs(0, 0);
                next.visitEnd();
                return null; // skips the original body
            }
            return new Calls(next, painted, calls);
        }

        @Override
        public void visitEnd() {
            if (plotArea) {
                // IPlotArea demands it and SWT's Control has it; RAP's Control has not, for it sends no mouse moves
                MethodVisitor method = super.visitMethod(
                        ACC_PUBLIC,
                        "addMouseMoveListener",
                        "(Lorg/eclipse/swt/events/MouseMoveListener;)V",
                        null,
                        null);
                method.visitCode();
                method.visitInsn(RETURN);
                method.visitMaxs(0, 0);
                method.visitEnd();
            }
            super.visitEnd();
        }
    }

    private static class Calls extends MethodVisitor {

        private static final String GC_CLASS = "org/eclipse/swt/graphics/GC";

        private final boolean painted;
        private final Set<String> redirected;

        Calls(MethodVisitor next, boolean painted, Set<String> redirected) {
            super(ASM9, next);
            this.painted = painted;
            this.redirected = redirected;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (opcode == INVOKEVIRTUAL && GC_CLASS.equals(owner) && redirected.contains(name + descriptor)) {
                super.visitMethodInsn(INVOKESTATIC, SUPPORT, name, "(" + GC + descriptor.substring(1), false);
            } else if (painted && opcode == INVOKESPECIAL && COMPOSITE.equals(owner)) {
                // super(...) and super.method(...); none of these classes creates a plain Composite
                super.visitMethodInsn(opcode, CANVAS, name, descriptor, isInterface);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
