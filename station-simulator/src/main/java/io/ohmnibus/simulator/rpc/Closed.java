/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

/**
 * How a connection ended.
 *
 * @param code of the close frame; 1006 when there was none
 */
public record Closed(int code, String reason) {}
