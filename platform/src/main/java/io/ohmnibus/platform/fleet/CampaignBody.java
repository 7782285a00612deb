/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.command.WhenOffline;
import io.ohmnibus.platform.web.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A campaign to be made.
 *
 * @param name for people, up to 100 characters
 * @param action that this service sends, such as Reset
 * @param request its payload, as OCPP 2.1 names it
 * @param selector which stations; chosen once, when the campaign is made
 * @param waves how many stations are in the first wave, the second and so on; the last size
 *     repeats; 100 unless said
 * @param maxFailureRate the campaign halts when more of the stations in the waves that have begun
 *     fail: 0 to 1; stations that are offline do not count
 * @param whenOffline fail, unless said, or wait: of each command
 * @param deadline of each command, up to 7 days; PT30S unless said
 * @param nextWaveAfter after this time the next wave begins although stations of the one before owe
 *     their outcome; without it all are waited for
 */
record CampaignBody(
        @Nullable String name,
        @Schema(example = "Reset") @Nullable String action,
        @Schema(type = "object", types = "object", example = "{\"type\": \"OnIdle\"}")
                @Nullable JsonNode request,
        @Nullable StationSelector selector,
        @Schema(example = "[5, 50]") @Nullable List<Integer> waves,
        @Schema(example = "0.1") @Nullable BigDecimal maxFailureRate,
        @Nullable WhenOffline whenOffline,
        @Schema(type = "string", format = "duration") @Nullable Duration deadline,
        @Schema(type = "string", format = "duration") @Nullable Duration nextWaveAfter) {

    private static final List<Integer> WAVES = List.of(100);

    /** The action, or 400. */
    Action knownAction(CommandRequests requests) {
        if (action == null) {
            throw Problem.badRequest("action", "must be present");
        }
        return requests.find(action)
                .orElseThrow(() -> Problem.badRequest("action", requests.unknown(action)));
    }

    /** The stations that are meant, or 400. */
    StationSelector knownSelector() {
        if (selector == null) {
            throw Problem.badRequest("selector", "must be present");
        }
        return selector;
    }

    /** The plan, or 400 that says what is wrong. */
    CampaignPlan plan(CommandRequests requests) {
        Action known = knownAction(requests);
        if (request == null) {
            throw Problem.badRequest("request", "must be present");
        }
        byte[] payload = request.toString().getBytes(StandardCharsets.UTF_8);
        return new CampaignPlan(
                name,
                requests.read(known, "request", payload),
                waves == null ? WAVES : waves,
                maxFailureRate,
                CommandOptions.of(deadline, whenOffline),
                nextWaveAfter);
    }
}
