/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.platform.ocpp.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of a command in a few words.
 *
 * @param info what the station said, when it was more than a plain yes
 */
record StationResult(StationState state, @Nullable String info) {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);
    private static final String ACCEPTED = "Accepted";

    /** The statuses by which stations say yes; all others that OCPP knows are some kind of no. */
    private static final Set<String> YES =
            Set.of(
                    ACCEPTED,
                    "AcceptedCanceled",
                    "RebootRequired",
                    "Scheduled",
                    "Unlocked",
                    "Unpublished");

    static StationResult of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Answered<?>(Response answer) ->
                    answered(JsonMapper.shared().readTree(CODEC.writePayload(answer)));
            case Outcome.Refused<?>(OcppError error) ->
                    new StationResult(
                            StationState.REFUSED,
                            error.code().wireName() + ": " + error.description());
            case Outcome.TimedOut<?> _ -> new StationResult(StationState.TIMED_OUT, null);
            case Outcome.Offline<?> _ -> new StationResult(StationState.OFFLINE, null);
        };
    }

    /** An answer has one status, or a list of items with one each; or none, which is a yes. */
    private static StationResult answered(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>(List.of(answer));
        answer.values().stream()
                .filter(JsonNode::isArray)
                .forEach(list -> list.forEach(items::add));
        List<JsonNode> refused = items.stream().filter(item -> !yes(status(item))).toList();
        return refused.isEmpty()
                ? new StationResult(
                        StationState.SUCCEEDED,
                        text(items.stream().filter(item -> !isPlain(status(item))).toList()))
                : new StationResult(StationState.REJECTED, text(refused));
    }

    private static String status(JsonNode item) {
        String status = item.path("status").asString("");
        return status.isEmpty() ? item.path("attributeStatus").asString("") : status;
    }

    private static boolean yes(String status) {
        return status.isEmpty() || YES.contains(status);
    }

    private static boolean isPlain(String status) {
        return status.isEmpty() || status.equals(ACCEPTED);
    }

    private static @Nullable String text(List<JsonNode> items) {
        return items.isEmpty()
                ? null
                : items.stream()
                        .map(StationResult::text)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode item) {
        JsonNode info = item.path("statusInfo");
        String reason =
                (info.isMissingNode() ? item.path("attributeStatusInfo") : info)
                        .path("reasonCode")
                        .asString("");
        return reason.isEmpty() ? status(item) : status(item) + " (" + reason + ")";
    }
}
