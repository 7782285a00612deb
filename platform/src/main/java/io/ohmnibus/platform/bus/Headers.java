/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

/** Names of the record headers; the first three are Spring Kafka's own. */
public final class Headers {

    public static final String CORRELATION_ID = "kafka_correlationId";
    public static final String REPLY_TOPIC = "kafka_replyTopic";
    public static final String REPLY_PARTITION = "kafka_replyPartition";

    /** W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    /** Wire name of the OCPP action. */
    public static final String ACTION = "ocpp_action";

    /** Sub-protocol of the connection, such as {@code ocpp2.1}. */
    public static final String VERSION = "ocpp_version";

    public static final String MESSAGE_ID = "ocpp_messageId";

    /** When the gateway had the whole frame, ISO 8601. */
    public static final String RECEIVED_AT = "ocpp_receivedAt";

    /** {@code true} on records whose value is encrypted; see {@link Topics#confidential}. */
    public static final String SEALED = "ohmnibus_sealed";

    public static final String CONNECTION_ID = "ocpp_connectionId";

    /** Place of the connection among those of the station; a newer one has a larger number. */
    public static final String CONNECTION_EPOCH = "ocpp_connectionEpoch";

    /** After this instant nobody waits for the answer any more, ISO 8601. */
    public static final String DEADLINE = "ocpp_deadline";

    /**
     * On replies and results: {@link #ANSWERED}, {@link #REFUSED}, {@link #TIMED_OUT}, {@link
     * #OFFLINE}.
     */
    public static final String OUTCOME = "ocpp_outcome";

    /** On commands: {@code true} when the command waits for a station that is not connected. */
    public static final String WAIT_WHEN_OFFLINE = "ocpp_waitWhenOffline";

    /** On commands that are routed anew: the connection that could not send them. */
    public static final String HANDED_BACK_BY = "ocpp_handedBackBy";

    /** On commands: {@code true} takes the command of that id back, if it still waits. */
    public static final String WITHDRAWS = "ocpp_withdraws";

    /** Simple name of the record type of a query, an answer or an event. */
    public static final String TYPE = "ce_type";

    public static final String ANSWERED = "answered";
    public static final String REFUSED = "refused";
    public static final String TIMED_OUT = "timedOut";
    public static final String OFFLINE = "offline";

    private Headers() {}
}
