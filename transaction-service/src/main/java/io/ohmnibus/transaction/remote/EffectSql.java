/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

/**
 * Finds in what stations reported what they were asked for. Only requests without effect are looked
 * at, which are few; reports a little older than a request count, since clocks of services differ.
 */
final class EffectSql {

    /** F01.FR.25, F02.FR.01: the transaction tells the remoteStartId. */
    static final String STARTED =
            """
            update remote_requests r set effect_transaction_id = t.transaction_id,
              effect_at = greatest(t.first_received_at, r.requested_at)
            from transactions t
            where r.effect_at is null and r.requested_at > :since
              and r.action = 'RequestStartTransaction'
              and t.tenant = r.tenant and t.station_id = r.station_id
              and t.remote_start_id = r.remote_start_id
              and t.last_received_at > r.requested_at - interval '1 minute'
            """;

    /** F03.FR.02, F03.FR.03: energy is no longer offered, or the transaction has ended. */
    static final String STOPPED =
            """
            update remote_requests r set effect_transaction_id = r.transaction_id,
              effect_at = e.received_at
            from (select q.id, min(v.received_at) as received_at
              from remote_requests q join transaction_events v on v.tenant = q.tenant
                and v.station_id = q.station_id and v.transaction_id = q.transaction_id
                and (v.trigger_reason = 'RemoteStop' or v.event_type = 'Ended')
                and v.received_at > q.requested_at - interval '1 minute'
              where q.effect_at is null and q.requested_at > :since
                and q.action = 'RequestStopTransaction'
              group by q.id) e
            where r.id = e.id
            """;

    /** F05: the cable that was stuck has left, when a transaction was there to tell. */
    static final String UNPLUGGED =
            """
            update remote_requests r set effect_at = e.received_at,
              effect_transaction_id = e.transaction_id
            from (select distinct on (q.id) q.id, v.received_at, v.transaction_id
              from remote_requests q
              join transactions t on t.tenant = q.tenant and t.station_id = q.station_id
                and t.evse_id = q.evse_id
                and t.last_received_at > q.requested_at - interval '1 minute'
              join transaction_events v on v.tenant = t.tenant and v.station_id = t.station_id
                and v.transaction_id = t.transaction_id
                and v.trigger_reason in ('EVCommunicationLost', 'EVDeparted')
                and v.received_at > q.requested_at - interval '1 minute'
              where q.effect_at is null and q.requested_at > :since
                and q.action = 'UnlockConnector'
              order by q.id, v.received_at) e
            where r.id = e.id
            """;

    /** F05: the cable has left, as its connector tells where no transaction will. */
    static final String AVAILABLE =
            """
            update remote_requests r set effect_at = :at
            where tenant = :tenant and station_id = :station and effect_at is null
              and action = 'UnlockConnector' and evse_id = :evse
              and (connector_id = :connector or :connector = 0)
              and requested_at > :since and requested_at < :at + interval '1 minute'
              and not exists (select from transactions t
                where t.tenant = r.tenant and t.station_id = r.station_id
                  and t.evse_id = r.evse_id
                  and (t.state = 'Ongoing' or t.last_received_at > r.requested_at))
            """;

    /** The station has booted with reason Triggered. */
    static final String BOOTED =
            """
            update remote_requests set effect_at = :at
            where tenant = :tenant and station_id = :station and effect_at is null
              and action = 'TriggerMessage' and message = 'BootNotification'
              and requested_at > :since and requested_at < :at + interval '1 minute'
            """;

    /** F06.FR.07. */
    static final String SENT_EVENT =
            """
            update remote_requests r set effect_at = e.received_at
            from (select q.id, min(v.received_at) as received_at
              from remote_requests q
              join transactions t on t.tenant = q.tenant and t.station_id = q.station_id
                and t.last_received_at > q.requested_at - interval '1 minute'
                and (q.evse_id is null or t.evse_id = q.evse_id)
              join transaction_events v on v.tenant = t.tenant and v.station_id = t.station_id
                and v.transaction_id = t.transaction_id and v.trigger_reason = 'Trigger'
                and v.received_at > q.requested_at
              where q.effect_at is null and q.requested_at > :since
                and q.action = 'TriggerMessage' and q.message = 'TransactionEvent'
              group by q.id) e
            where r.id = e.id
            """;

    /** F06.FR.06. */
    static final String SENT_METER_VALUES =
            """
            update remote_requests r set effect_at = v.received_at
            from (select q.id, min(m.received_at) as received_at
              from remote_requests q join meter_values m on m.tenant = q.tenant
                and m.station_id = q.station_id and m.received_at > q.requested_at
                and m.context = 'Trigger' and m.transaction_id is null
                and (q.evse_id is null or m.evse_id = q.evse_id)
              where q.effect_at is null and q.requested_at > :since
                and q.action = 'TriggerMessage' and q.message = 'MeterValues'
              group by q.id) v
            where r.id = v.id
            """;

    private EffectSql() {}
}
