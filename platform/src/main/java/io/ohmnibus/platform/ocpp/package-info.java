/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The three shapes that behaviour comes in: answer a CALL ({@link
 * io.ohmnibus.platform.ocpp.CallHandler}), watch what stations send ({@link
 * io.ohmnibus.platform.ocpp.CallObserver}), and surround what the CSMS sends ({@link
 * io.ohmnibus.platform.ocpp.CommandHandler}). A bean of one of them, marked {@link
 * io.ohmnibus.platform.ocpp.UseCase}, is all the registration there is.
 */
@NullMarked
package io.ohmnibus.platform.ocpp;

import org.jspecify.annotations.NullMarked;
