/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.ocpp.Service;
import java.util.Set;

/** Names of the topics; docs/topics.md says who writes and who reads each of them. */
public final class Topics {

    public static final String REPLIES = "ocpp.replies";
    public static final String COMMANDS = "ocpp.commands";

    /** Commands that wait for their station; the key ends with the id of the command. */
    public static final String WAITING = "gateway.waiting";

    public static final String GATEWAY_INBOX = "gateway.inbox";
    public static final String CONNECTIONS = "station.connections";

    /** Signs of life of gateway instances; partition and key are the ordinal. */
    public static final String INSTANCES = "gateway.instances";

    public static final String CREDENTIALS = "station.credentials";
    public static final String BOOTS = "station.boots";

    /** Frames that were not valid, for people to look at. */
    public static final String QUARANTINE = "ocpp.quarantine";

    /** Handshakes of stations that gateways refused of late. */
    public static final String REFUSALS = "gateway.refusals";

    /** Frames of stations that somebody looks at. */
    public static final String JOURNAL = "gateway.journal";

    /** Which stations those are. */
    public static final String JOURNALING = "station.journaling";

    private static final Set<String> CONFIDENTIAL =
            Set.of(
                    COMMANDS,
                    WAITING,
                    GATEWAY_INBOX,
                    deadLetters(COMMANDS),
                    deadLetters(WAITING),
                    deadLetters(GATEWAY_INBOX));

    private Topics() {}

    /**
     * Whether records of the topic may hold secrets, so that their values travel encrypted only.
     */
    public static boolean confidential(String topic) {
        return CONFIDENTIAL.contains(topic);
    }

    /** Where calls of an action go: the service that owns its block. */
    public static String calls(Action action) {
        return calls(Service.ofAction(action));
    }

    public static String calls(Service service) {
        return "ocpp.calls." + service.id();
    }

    public static String results(Service service) {
        return "ocpp.results." + service.id();
    }

    public static String queries(Service service) {
        return "queries." + service.id();
    }

    public static String answers(Service service) {
        return "answers." + service.id();
    }

    public static String events(Service service) {
        return "events." + service.id();
    }

    public static String deadLetters(String topic) {
        return topic + ".dlt";
    }
}
