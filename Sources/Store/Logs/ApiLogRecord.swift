// A row of `api_logs`: one call that was answered.

package struct ApiLogRecord: Sendable, Equatable {
    /// 0 until it is inserted.
    package var id: Int64
    package var at: Moment
    /// 0 = nobody, or the operator.
    package var userID: Int64
    /// "" where no API key was used.
    package var keyPrefix: String
    package var transport: String
    package var method: String
    /// What was asked for over HTTP, or "".
    package var endpoint: String
    /// `OK` or a reason.
    package var status: String
    package var httpStatus: Int32
    package var latencyMicroseconds: Int64
    /// Without the port, or "".
    package var ip: String
    package var requestID: String

    package init(
        id: Int64 = 0, at: Moment, userID: Int64 = 0, keyPrefix: String = "", transport: String = "", method: String,
        endpoint: String = "", status: String = "OK", httpStatus: Int32 = 200, latencyMicroseconds: Int64 = 0,
        ip: String = "", requestID: String = ""
    ) {
        self.id = id
        self.at = at
        self.userID = userID
        self.keyPrefix = keyPrefix
        self.transport = transport
        self.method = method
        self.endpoint = endpoint
        self.status = status
        self.httpStatus = httpStatus
        self.latencyMicroseconds = latencyMicroseconds
        self.ip = ip
        self.requestID = requestID
    }

    static let columns = """
        id, at, user_id, key_prefix, transport, method, endpoint, status, http_status, latency_us, ip, request_id
        """

    /// What an INSERT binds: every column but the id, in the order of `columns`.
    func bind(to parameters: inout Parameters) {
        parameters.next(at)
        parameters.next(Reference(userID))
        parameters.next(keyPrefix)
        parameters.next(transport)
        parameters.next(method)
        parameters.next(endpoint)
        parameters.next(status)
        parameters.next(httpStatus)
        parameters.next(latencyMicroseconds)
        parameters.next(ip)
        parameters.next(requestID)
    }

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        at = try row.next()
        userID = try row.next(Reference.self).id
        keyPrefix = try row.next()
        transport = try row.next()
        method = try row.next()
        endpoint = try row.next()
        status = try row.next()
        httpStatus = try row.next()
        latencyMicroseconds = try row.next()
        ip = try row.next()
        requestID = try row.next()
    }
}
