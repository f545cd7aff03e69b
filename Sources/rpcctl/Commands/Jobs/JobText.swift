// How a job is shown.
internal import Codec
internal import Contract

enum JobText {
    private static let states = EnumWords("state", of: Job.schema)
    private static let outcomes = EnumWords("last_outcome", of: Job.schema)

    static func table(_ jobs: [Job]) -> Table {
        var table = Table([
            .init("NAME"), .init("STATE"), .init("NEXT"), .init("LAST"), .init("OUTCOME"), .init("MS", .right),
            .init("ROWS", .right), .init("FAILURES", .right), .init("DETAIL", givesWay: true),
        ])
        for job in jobs {
            let (state, outcome) = (states.word(job.state), outcomes.word(job.lastOutcome))
            table.add([
                .init(job.name), .init(state, StatusPaint.of(state)), .init(TimeText.seconds(job.nextRunAt)),
                .init(TimeText.seconds(job.lastStartedAt)), .init(outcome, StatusPaint.of(outcome)),
                .init(job.lastDurationMs), .init(job.rows),
                .init(String(job.failures), job.failures > 0 ? .red : nil), .init(job.lastDetail),
            ])
        }
        return table
    }

    static func details(_ job: Job) -> Details {
        let (state, outcome) = (states.word(job.state), outcomes.word(job.lastOutcome))
        var details = Details()
        details.add("name", job.name)
        details.add("does", job.summary)
        details.add("state", state, StatusPaint.of(state))
        details.add("every", TimeText.span(seconds: job.intervalSeconds))
        details.add("next", TimeText.seconds(job.nextRunAt))
        details.add("started", TimeText.seconds(job.lastStartedAt))
        details.add("by", job.lastStartedBy)
        details.add("ended", TimeText.seconds(job.lastFinishedAt))
        details.add("outcome", outcome, StatusPaint.of(outcome))
        details.add("detail", job.lastDetail)
        details.add("ms", job.lastDurationMs)
        details.add("rows", job.rows)
        if job.failures > 0 { details.add("failures", String(job.failures), .red) }
        return details
    }
}
