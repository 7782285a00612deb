/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.simulator.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Judges every frame that the platform wrote to a station, after every scenario and without being
 * asked: JUnit finds it by itself, and no station comes from elsewhere than {@link
 * RunningPlatform}. Scenarios run side by side, each with the stations that its own thread, or one
 * started by it, asked for.
 */
public final class Referee implements BeforeEachCallback, AfterEachCallback {

    private static final InheritableThreadLocal<Queue<Station>> WATCHED =
            new InheritableThreadLocal<>();

    /** Takes the stations of the scenario that runs in this thread. */
    static Consumer<Station> ofThisScenario() {
        return WATCHED.get()::add;
    }

    @Override
    public void beforeEach(ExtensionContext scenario) {
        WATCHED.set(new ConcurrentLinkedQueue<>());
    }

    @Override
    public void afterEach(ExtensionContext scenario) {
        List<String> faults = new ArrayList<>();
        Set<String> errors = new TreeSet<>();
        for (Station station : WATCHED.get()) {
            FrameCheck check = FrameCheck.of(station);
            faults.addAll(check.faults());
            errors.addAll(check.errorCodes());
        }
        WATCHED.remove();
        assertThat(faults).as("frames that the official schemas do not allow").isEmpty();
        assertThat(errors).as("codes of CALLERRORs").isEqualTo(expected(scenario));
    }

    private static Set<String> expected(ExtensionContext scenario) {
        CallErrors expected = scenario.getRequiredTestMethod().getAnnotation(CallErrors.class);
        return expected == null ? Set.of() : new TreeSet<>(List.of(expected.value()));
    }
}
