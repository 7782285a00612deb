/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.variable;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class SetVariablesCommandTest {

    private static final StationVariable NAME =
            new StationVariable("SecurityCtrlr", "OrganizationName");

    @Test
    void tellsEveryStepTheOutcome() {
        List<String> told = new ArrayList<>();
        SetVariablesStep step =
                (_, request, _) ->
                        Mono.fromRunnable(() -> told.add(NAME.valueIn(request).orElseThrow()));
        SetVariablesRequest request = NAME.setTo("Ohmnibus");

        new SetVariablesCommand(List.of(step, step))
                .completed(new StationKey("default", "CS-1"), request, new Outcome.Offline<>())
                .block();

        assertThat(told).containsExactly("Ohmnibus", "Ohmnibus");
    }

    @Test
    void findsAVariableInAnySpellingAndNoOther() {
        SetVariablesRequest request =
                new StationVariable("securityctrlr", "ORGANIZATIONNAME").setTo("Ohmnibus");
        assertThat(NAME.valueIn(request)).contains("Ohmnibus");
        assertThat(new StationVariable("SecurityCtrlr", "Identity").valueIn(request)).isEmpty();
    }
}
