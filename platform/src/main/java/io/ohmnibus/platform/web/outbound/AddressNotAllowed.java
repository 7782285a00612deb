/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import java.net.UnknownHostException;

/** A host has no address that requests may go to. */
public final class AddressNotAllowed extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressNotAllowed(String host) {
        super(host + " leads to no address that is allowed");
    }
}
