/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import reactor.core.publisher.Mono;

/**
 * Hears how commands of this service end, whatever their action: for what sends several of them and
 * goes on by their ids. Any number of beans; rules and memory of an action belong into its {@link
 * io.ohmnibus.platform.ocpp.CommandHandler}, which runs before.
 */
public interface CommandObserver {

    /** Runs in the transaction that records the outcome, once per command. */
    Mono<Void> ended(EndedCommand command);
}
