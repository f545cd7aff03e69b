// Generated from the .proto files of Sources/Contract by scripts/generate.sh. Do not edit.

/// The OpenAPI document of the HTTP routes (docs/REST.md), as JSON.
package enum OpenAPI {
    package static let document: StaticString = ##"""
{
 "openapi": "3.1.0",
 "info": {
  "title": "Switchboard",
  "version": "1",
  "description": "The HTTP interface of Switchboard, a back end for WhatsApp gateways. Answers have an envelope: `success`, `message` and `data`; of what went wrong `error_code` is for programs. Every path is served with and without the slash at its end. Numbers are below 2^53, times are in UTC, `null` stands for what is absent. Credentials go into one header. How long the caller waits may stand in the header `Connect-Timeout-Ms`, in milliseconds."
 },
 "servers": [
  {"url": "/"}
 ],
 "security": [
  {
   "bearer": []
  },
  {
   "apiKey": []
  }
 ],
 "tags": [
  {"name": "Analytics", "description": "What was used, and what was asked."},
  {
   "name": "Audit",
   "description": "Who did what to whom: every action of an admin, every change of users, keys and passwords, every sign-in."
  },
  {"name": "Auth", "description": "Signing in and out, and who is calling."},
  {
   "name": "Bridge",
   "description": "Bridges: the processes that own WhatsApp connections. They dial in; rpcd never dials them."
  },
  {"name": "Events", "description": "Everything that happens, in the order in which it was committed."},
  {
   "name": "Jobs",
   "description": "What the server does by itself from time to time: rolls up usage, deletes what was kept long enough, looks after the\ndatabase. The schedule survives a restart; what was missed meanwhile is done once."
  },
  {"name": "Keys", "description": "API keys: credentials for programs."},
  {"name": "Messages", "description": "Messages: accepted durably, sent once in effect, always explained."},
  {"name": "Secrets", "description": "The keys that secrets in the database are sealed with."},
  {
   "name": "Sessions",
   "description": "WhatsApp accounts, linked as a phone links a companion device, and carried by bridges."
  },
  {"name": "System", "description": "The server itself."},
  {"name": "Users", "description": "The people and systems that own keys, sessions and messages."},
  {
   "name": "Webhooks",
   "description": "Webhooks: what happens is posted to URLs of one's own (Standard Webhooks). Delivered at least once; in order per session\nup to the third try. docs/WEBHOOKS.md says what a receiver has to do."
  }
 ],
 "paths": {
  "/api/v1/analytics/overview/": {
   "get": {
    "operationId": "GetOverview",
    "tags": ["Analytics"],
    "summary": "Gets the state of things at a glance",
    "description": "Gets the state of things at a glance: one's own, or everybody's for an admin.\n\nFor: admin, user; API keys need the scope `usage:read`.",
    "parameters": [
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Overview retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Overview"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/analytics/usage-stats/": {
   "get": {
    "operationId": "ListUsage",
    "tags": ["Analytics"],
    "summary": "Lists usage, a row per user and UTC day, newest day first",
    "description": "Lists usage, a row per user and UTC day, newest day first.\n\nFor: admin, user; API keys need the scope `usage:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "from_date",
      "in": "query",
      "description": "First day, UTC, `YYYY-MM-DD`. Empty: from the beginning.",
      "schema": {"type": "string"}
     },
     {
      "name": "to_date",
      "in": "query",
      "description": "Last day, included. Empty: up to today.",
      "schema": {"type": "string"}
     },
     {
      "name": "monthly",
      "in": "query",
      "description": "A row per user and UTC month, whose first day is its date, as the job `usage-rollup` last added the days up.",
      "schema": {"type": "boolean"}
     }
    ],
    "responses": {
     "200": {
      "description": "Usage statistics retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/UsageStats"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/analytics/api-logs/": {
   "get": {
    "operationId": "ListApiLogs",
    "tags": ["Analytics"],
    "summary": "Lists calls that were answered, newest first",
    "description": "Lists calls that were answered, newest first. They are written in batches, within a second; a crash loses those of\nthe last second. Kept for 30 days.\n\nFor: admin, user; API keys need the scope `usage:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "method",
      "in": "query",
      "description": "Only this method, such as `switchboard.v1.MessagesService/SendText`.",
      "schema": {"type": "string"}
     },
     {
      "name": "status",
      "in": "query",
      "description": "Only this outcome: `OK`, a reason, or `error` for all that is not OK.",
      "schema": {"type": "string"}
     },
     {
      "name": "request_id",
      "in": "query",
      "schema": {"type": "string"}
     },
     {
      "name": "after_id",
      "in": "query",
      "description": "Only entries after this one, oldest first: how a log is followed. Excludes `page` and `page_token`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "API logs retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/ApiLog"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/audit/": {
   "get": {
    "operationId": "ListAuditLog",
    "tags": ["Audit"],
    "summary": "Lists the audit log, newest first",
    "description": "Lists the audit log, newest first. An entry is written in the transaction of the change that it tells of: there is\nnone without the other. Failed sign-ins are written within a second or so, many of a kind as one entry. A search for\nwhat has no index looks at a part of the log at a time: a page can be short and have a next one all the same.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only what this user did. Excludes `who`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "who",
      "in": "query",
      "description": "Only what this caller did, as an entry has it, such as `operator(0)`.",
      "schema": {"type": "string"}
     },
     {
      "name": "method",
      "in": "query",
      "description": "Only this method, such as `switchboard.v1.UsersService/UpdateUser`.",
      "schema": {"type": "string"}
     },
     {
      "name": "target_kind",
      "in": "query",
      "description": "Only what was done to things of this kind, such as `user`.",
      "schema": {"type": "string"}
     },
     {
      "name": "target_id",
      "in": "query",
      "description": "Only what was done to this one; needs `target_kind`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "outcome",
      "in": "query",
      "description": "Only `OK`, a reason, or `error` for all that is not OK.",
      "schema": {"type": "string"}
     },
     {
      "name": "since",
      "in": "query",
      "description": "Only from then on.",
      "schema": {"type": "string", "format": "date-time"}
     },
     {
      "name": "until",
      "in": "query",
      "description": "Only before then.",
      "schema": {"type": "string", "format": "date-time"}
     }
    ],
    "responses": {
     "200": {
      "description": "Audit log retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/AuditEntry"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/audit/verify/": {
   "get": {
    "operationId": "VerifyAuditLog",
    "tags": ["Audit"],
    "summary": "Reads the log and says whether each entry is what was written, in its place, and whether the last ones are there",
    "description": "Reads the log and says whether each entry is what was written, in its place, and whether the last ones are there.\nTakes a few seconds for a million entries. A log that takes longer than the call may is read in several: see\n`next_id`. A log that was found broken once is never intact again, whatever was put back since.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "known_id",
      "in": "query",
      "description": "An entry whose hash was noted elsewhere, such as the last one of an earlier answer; 0 = none.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "known_hash",
      "in": "query",
      "description": "What was noted, in hexadecimal.",
      "schema": {"type": "string"}
     },
     {
      "name": "from_id",
      "in": "query",
      "description": "Reads from this entry on, which then must follow the one before it; 0 = from the first. The `next_id` of the answer\nbefore, or what came after a break that is known.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "max_entries",
      "in": "query",
      "description": "Reads so many at most; 0 = as many as there is time for.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Audit log verified.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/AuditVerdict"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/login/": {
   "post": {
    "operationId": "Login",
    "tags": ["Auth"],
    "summary": "Signs in with a name and a password",
    "description": "Signs in with a name and a password. The access token goes into `authorization: Bearer …` and lives for a quarter of\nan hour; the refresh token gets the next pair. An unknown name and a wrong password are answered alike, in text and\nin time.\n\nFor: public.",
    "security": [
     {},
     {
      "bearer": []
     },
     {
      "apiKey": []
     }
    ],
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/LoginRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Login successful.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/LoginResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/refresh/": {
   "post": {
    "operationId": "Refresh",
    "tags": ["Auth"],
    "summary": "Exchanges a refresh token for the next pair",
    "description": "Exchanges a refresh token for the next pair. Each refresh token is good for one exchange: within 10 seconds a repeat\ngets the same successor (the answer was lost, or several asked at once); after that it is TOKEN_REUSED and ends the\nsign-in, since two parties hold what one should.\n\nFor: public.",
    "security": [
     {},
     {
      "bearer": []
     },
     {
      "apiKey": []
     }
    ],
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RefreshRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Token refreshed successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/RefreshResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/logout/": {
   "post": {
    "operationId": "Logout",
    "tags": ["Auth"],
    "summary": "Ends the sign-in that a refresh token belongs to, at once",
    "description": "Ends the sign-in that a refresh token belongs to, at once: its access tokens are refused and its streams end.\nEnding what has ended already is a success.\n\nFor: public.",
    "security": [
     {},
     {
      "bearer": []
     },
     {
      "apiKey": []
     }
    ],
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/LogoutRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Logout successful.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/me/": {
   "get": {
    "operationId": "GetMe",
    "tags": ["Auth"],
    "summary": "Tells who the caller is, and what they may do",
    "description": "Tells who the caller is, and what they may do.\n\nFor: admin, bridge, user.",
    "parameters": [],
    "responses": {
     "200": {
      "description": "Authenticated.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Principal"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/password/": {
   "post": {
    "operationId": "ChangePassword",
    "tags": ["Auth"],
    "summary": "Changes the caller's own password and ends every other sign-in of theirs",
    "description": "Changes the caller's own password and ends every other sign-in of theirs. API keys live on. Needs a signed-in user:\na key cannot change its owner's password.\n\nFor: admin, user; API keys need the scope `admin`.",
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/ChangePasswordRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Password changed successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/ChangePasswordResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/sign-ins/": {
   "get": {
    "operationId": "ListSignIns",
    "tags": ["Auth"],
    "summary": "Lists sign-ins, newest first",
    "description": "Lists sign-ins, newest first: one's own, or all of them for an admin. Those that have ended or run out are left out\nunless `include_ended`; they are kept for a month at most, and a user has a hundred at most, ended ones included.\n\nFor: admin, user; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "include_ended",
      "in": "query",
      "schema": {"type": "boolean"}
     }
    ],
    "responses": {
     "200": {
      "description": "Sign-ins retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/SignIn"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "EndSignIn_delete",
    "tags": ["Auth"],
    "summary": "Ends one sign-in, or all of a user's but the caller's own, at once",
    "description": "Ends one sign-in, or all of a user's but the caller's own, at once: access tokens are refused, streams end, and the\nrefresh token is good for nothing. Ending what has ended already is a success.\n\nFor: admin, user; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "query",
      "description": "The sign-in to end. Excludes `user_id`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose sign-ins to end, all but the one that this call is made with.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Signed out successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/sign-ins/{id}/": {
   "delete": {
    "operationId": "EndSignIn",
    "tags": ["Auth"],
    "summary": "Ends one sign-in, or all of a user's but the caller's own, at once",
    "description": "Ends one sign-in, or all of a user's but the caller's own, at once: access tokens are refused, streams end, and the\nrefresh token is good for nothing. Ending what has ended already is a success.\n\nFor: admin, user; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "The sign-in to end. Excludes `user_id`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose sign-ins to end, all but the one that this call is made with.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Signed out successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/auth/signing-key/rotate/": {
   "post": {
    "operationId": "RotateSigningKey",
    "tags": ["Auth"],
    "summary": "Makes a new key for signing access tokens",
    "description": "Makes a new key for signing access tokens. Nobody is signed out: the former key verifies what it has signed until\nthat has expired, and refresh tokens do not depend on it.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RotateSigningKeyRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Signing key rotated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/RotateSigningKeyResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/bridges/": {
   "get": {
    "operationId": "ListBridges",
    "tags": ["Bridge"],
    "summary": "Lists the bridges that are attached or hold sessions",
    "description": "Lists the bridges that are attached or hold sessions.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "responses": {
     "200": {
      "description": "Bridges retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Bridge"}
            }
           },
           "required": ["results"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/events/": {
   "get": {
    "operationId": "Watch",
    "tags": ["Events"],
    "summary": "Streams events",
    "description": "Streams events: from a cursor, first what has happened since, then what happens. The first item is a heartbeat that\ncarries the cursor where the watch begins: from there on nothing of what the caller may see is skipped. Over HTTP\nthese are server-sent events, and `Last-Event-ID` is the cursor.\n\nFor: admin, user; API keys need the scope `events:read`.",
    "parameters": [
     {
      "name": "cursor",
      "in": "query",
      "description": "The cursor of the last event that was seen. Empty: from now on. CURSOR_EXPIRED where events after it are gone\nalready: they are kept for 7 days.",
      "schema": {"type": "string"}
     },
     {
      "name": "types",
      "in": "query",
      "description": "Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all.",
      "schema": {
       "type": "array",
       "items": {"type": "string"}
      }
     },
     {
      "name": "session_id",
      "in": "query",
      "description": "Only this session's; 0 = any.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Events, until the client goes.",
      "content": {
       "text/event-stream": {
        "schema": {
         "type": "object",
         "description": "One event; `data` is a JSON object, `id` is its cursor.",
         "properties": {
          "event": {"type": "string"},
          "id": {"type": "string"},
          "data": {"type": "string"}
         }
        }
       },
       "application/x-ndjson": {
        "schema": {"$ref": "#/components/schemas/Event"}
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/jobs/": {
   "get": {
    "operationId": "ListJobs",
    "tags": ["Jobs"],
    "summary": "Lists the jobs, by name",
    "description": "Lists the jobs, by name: when each runs next, and what became of its last run.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "responses": {
     "200": {
      "description": "Jobs retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Job"}
            }
           },
           "required": ["results"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/jobs/{name}/run/": {
   "post": {
    "operationId": "RunJob",
    "tags": ["Jobs"],
    "summary": "Starts a job now",
    "description": "Starts a job now. One that runs already is not started again: the answer is that run.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "name",
      "in": "path",
      "required": true,
      "schema": {"type": "string", "minLength": 1}
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RunJobRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Job started successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Job"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/api-keys/": {
   "get": {
    "operationId": "ListKeys",
    "tags": ["Keys"],
    "summary": "Lists keys, newest first",
    "description": "Lists keys, newest first: one's own, or all of them for an admin.\n\nFor: admin, user; API keys need the scope `keys:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's keys; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "API keys retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/ApiKey"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "post": {
    "operationId": "CreateKey",
    "tags": ["Keys"],
    "summary": "Makes a key",
    "description": "Makes a key. Its secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS,\nwith the key's `id` and `prefix` in the error's metadata.\n\nFor: admin, user; API keys need the scope `keys:write`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CreateKeyRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "API key created successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/CreateKeyResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/api-keys/{id}/": {
   "get": {
    "operationId": "GetKey",
    "tags": ["Keys"],
    "summary": "Gets one key, by id or by prefix",
    "description": "Gets one key, by id or by prefix.\n\nFor: admin, user; API keys need the scope `keys:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "Excludes `prefix`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "prefix",
      "in": "query",
      "description": "With or without `sbk_`.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "API key retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/ApiKey"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "patch": {
    "operationId": "UpdateKey",
    "tags": ["Keys"],
    "summary": "Changes the fields that `update_mask` names",
    "description": "Changes the fields that `update_mask` names: `name`, `scopes`, `allowed_ips`, `expires_at`, `max_messages_per_minute`;\n`*` is all of them.\nA revoked key stays as it is (CONFLICT).\n\nFor: admin, user; API keys need the scope `keys:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "update_mask",
      "in": "query",
      "description": "Empty: an error, for nothing would change. Over HTTP, the keys present in the body.",
      "schema": {"type": "string"}
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/ApiKeyChange"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "API key updated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/ApiKey"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "RevokeKey",
    "tags": ["Keys"],
    "summary": "Ends a key for good",
    "description": "Ends a key for good.\n\nFor: admin, user; API keys need the scope `keys:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "Excludes `prefix`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "prefix",
      "in": "query",
      "description": "With or without `sbk_`.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "API key revoked successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/api-keys/{id}/rotate/": {
   "post": {
    "operationId": "RotateKey",
    "tags": ["Keys"],
    "summary": "Makes a successor with the same name, scopes, networks and expiry, and ends the old key after `overlap`",
    "description": "Makes a successor with the same name, scopes, networks and expiry, and ends the old key after `overlap`. The new\nsecret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS, with the `id` and\n`prefix` of the successor in the error's metadata.\n\nFor: admin, user; API keys need the scope `keys:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "Excludes `prefix`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RotateKeyRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "API key rotated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/RotateKeyResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/send-text/": {
   "post": {
    "operationId": "SendText",
    "tags": ["Messages"],
    "summary": "Accepts a text to be sent",
    "description": "Accepts a text to be sent. When this answers, the message is on disk and will not be lost; the answer says where it\nstands, which is not \"sent\" yet.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SendTextRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Message queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/send-media/": {
   "post": {
    "operationId": "SendMedia",
    "tags": ["Messages"],
    "summary": "Accepts a file that was uploaded, or that a URL names, with a caption",
    "description": "Accepts a file that was uploaded, or that a URL names, with a caption. What is said of SendText holds; the file stays as\nlong as the message waits to be sent. MEDIA_UNSUPPORTED or MEDIA_TOO_LARGE where it cannot be sent as what it is to be\nsent as, MEDIA_FETCH_FAILED where the URL does not give it.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SendMediaRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Media queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/send-location/": {
   "post": {
    "operationId": "SendLocation",
    "tags": ["Messages"],
    "summary": "Accepts a place",
    "description": "Accepts a place. As for every kind of message: what is said of SendText holds, ENGINE_UNSUPPORTED where the\nsession's engine cannot send it, VALIDATION_ERROR where WhatsApp takes no such message there.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SendLocationRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Location queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/send-contact/": {
   "post": {
    "operationId": "SendContact",
    "tags": ["Messages"],
    "summary": "Accepts one or several contact cards, as one message",
    "description": "Accepts one or several contact cards, as one message.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SendContactRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Contact queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/send-poll/": {
   "post": {
    "operationId": "SendPoll",
    "tags": ["Messages"],
    "summary": "Accepts a question with 2 to 12 options",
    "description": "Accepts a question with 2 to 12 options.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SendPollRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Poll queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/send-reaction/": {
   "post": {
    "operationId": "SendReaction",
    "tags": ["Messages"],
    "summary": "Accepts a reaction to a message, or takes the one that was given back",
    "description": "Accepts a reaction to a message, or takes the one that was given back. The answer is the reaction, a message of its\nown; when it has gone out, the other message's `reactions` show it.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SendReactionRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Reaction queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/edit/": {
   "post": {
    "operationId": "EditMessage",
    "tags": ["Messages"],
    "summary": "Replaces a text that was sent from here, within 15 minutes of that",
    "description": "Replaces a text that was sent from here, within 15 minutes of that. The answer is the edit, a message of its own;\nwhen it has gone out, the text has its new content and `edited_at`.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "A text that was sent from here, less than 15 minutes ago.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/EditMessageRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Edit queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/delete/": {
   "post": {
    "operationId": "DeleteMessage",
    "tags": ["Messages"],
    "summary": "Deletes a message that was sent from here, for everyone, within 60 hours of that",
    "description": "Deletes a message that was sent from here, for everyone, within 60 hours of that. The answer is the deletion, a\nmessage of its own; when it has gone out, the other message has `deleted_at`. Nothing is deleted here.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "A message that was sent from here, less than 60 hours ago.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/DeleteMessageRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Deletion queued successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/read/": {
   "post": {
    "operationId": "MarkRead",
    "tags": ["Messages"],
    "summary": "Tells the sender of a message that came in that it was read",
    "description": "Tells the sender of a message that came in that it was read. No send: the engine does it now, or not at all\n(SESSION_NOT_CONNECTED). Engines that know chats only mark all that came in there.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "A message that came in.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/MarkReadRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Message marked as read.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/presence/": {
   "post": {
    "operationId": "SetPresence",
    "tags": ["Messages"],
    "summary": "Shows whoever has the chat open that something is being typed or recorded, or no more",
    "description": "Shows whoever has the chat open that something is being typed or recorded, or no more. No send, as MarkRead.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SetPresenceRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Presence shown.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/": {
   "get": {
    "operationId": "GetMessage",
    "tags": ["Messages"],
    "summary": "Gets one message with its timeline",
    "description": "Gets one message with its timeline.\n\nFor: admin, user; API keys need the scope `messages:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Message retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/list/": {
   "get": {
    "operationId": "ListMessages",
    "tags": ["Messages"],
    "summary": "Lists messages, newest first",
    "description": "Lists messages, newest first.\n\nFor: admin, user; API keys need the scope `messages:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "status",
      "in": "query",
      "description": "Unspecified: any.",
      "schema": {"$ref": "#/components/schemas/MessageStatus"}
     },
     {
      "name": "session",
      "in": "query",
      "description": "Only this session's, by name among the owner's.",
      "schema": {"type": "string"}
     },
     {
      "name": "session_id",
      "in": "query",
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "recipient",
      "in": "query",
      "description": "Only to this recipient, by number or WhatsApp id in any spelling; of a group or channel, what came in there as well.\nWhere somebody's number and WhatsApp's own id of them are both known from what they wrote, either finds both.",
      "schema": {"type": "string"}
     },
     {
      "name": "direction",
      "in": "query",
      "description": "Unspecified: both.",
      "schema": {"$ref": "#/components/schemas/MessageDirection"}
     },
     {
      "name": "sender",
      "in": "query",
      "description": "Only from this sender, likewise.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "Messages retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Message"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/": {
   "get": {
    "operationId": "ListMessages_get",
    "tags": ["Messages"],
    "summary": "Lists messages, newest first",
    "description": "Lists messages, newest first.\n\nFor: admin, user; API keys need the scope `messages:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "status",
      "in": "query",
      "description": "Unspecified: any.",
      "schema": {"$ref": "#/components/schemas/MessageStatus"}
     },
     {
      "name": "session",
      "in": "query",
      "description": "Only this session's, by name among the owner's.",
      "schema": {"type": "string"}
     },
     {
      "name": "session_id",
      "in": "query",
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "recipient",
      "in": "query",
      "description": "Only to this recipient, by number or WhatsApp id in any spelling; of a group or channel, what came in there as well.\nWhere somebody's number and WhatsApp's own id of them are both known from what they wrote, either finds both.",
      "schema": {"type": "string"}
     },
     {
      "name": "direction",
      "in": "query",
      "description": "Unspecified: both.",
      "schema": {"$ref": "#/components/schemas/MessageDirection"}
     },
     {
      "name": "sender",
      "in": "query",
      "description": "Only from this sender, likewise.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "Messages retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Message"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/cancel/": {
   "post": {
    "operationId": "CancelMessage",
    "tags": ["Messages"],
    "summary": "Takes a message back that has not been handed to a bridge yet, or waits for another attempt, else",
    "description": "Takes a message back that has not been handed to a bridge yet, or waits for another attempt, else\nMESSAGE_NOT_CANCELLABLE. Cancelling what is cancelled already is a success. Where an earlier attempt may have gone out it\nends as `failed`, OUTCOME_UNKNOWN.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CancelMessageRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Message cancelled successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/retry/": {
   "post": {
    "operationId": "RetryMessage",
    "tags": ["Messages"],
    "summary": "Tries a message again",
    "description": "Tries a message again: one that waits for its next try goes at once; one that failed or expired goes back into the\nqueue with a fresh set of attempts and 24 hours to live, under the same client_message_id. CONFLICT where the message\nis on its way or has gone out.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RetryMessageRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Message queued again.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{id}/resolve/": {
   "post": {
    "operationId": "ResolveMessage",
    "tags": ["Messages"],
    "summary": "Settles by what a person found out a message of status `unknown`, or one that `failed` with OUTCOME_UNKNOWN, which is how",
    "description": "Settles by what a person found out a message of status `unknown`, or one that `failed` with OUTCOME_UNKNOWN, which is how\n`unknown` ends when nobody has settled it in time; CONFLICT for any other. A person may say otherwise later.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/ResolveMessageRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Message resolved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Message"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/messages/{message_id}/media/": {
   "post": {
    "operationId": "FetchMedia",
    "tags": ["Messages"],
    "summary": "Gets the file of a message that came in, unless it is here already",
    "description": "Gets the file of a message that came in, unless it is here already: a session's bridge fetches it from WhatsApp now, or\nnot at all (SESSION_NOT_CONNECTED). Kept as a file of the session's owner, in whose quota it counts; the message has its\n`media_id` from then on, and an event tells. Fetched anew where it has expired here since. However many ask at once,\nit is fetched once, and that goes on where the caller does not wait: a later call finds it. MEDIA_EXPIRED where\nWhatsApp has it no more, MEDIA_FETCH_FAILED where it may be tried again.\n\nFor: admin, user; API keys need the scope `media:write`.",
    "parameters": [
     {
      "name": "message_id",
      "in": "path",
      "required": true,
      "description": "A message that came in with a file.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/FetchMediaRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Media fetched successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Media"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/media/{id}/": {
   "get": {
    "operationId": "GetMedia",
    "tags": ["Messages"],
    "summary": "Tells of a file, without its bytes",
    "description": "Tells of a file, without its bytes.\n\nFor: admin, user; API keys need the scope `media:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Media retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Media"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "DeleteMedia",
    "tags": ["Messages"],
    "summary": "Deletes a file",
    "description": "Deletes a file. CONFLICT while a message waits to be sent with it.\n\nFor: admin, user; API keys need the scope `media:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Media deleted successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/media/": {
   "get": {
    "operationId": "ListMedia",
    "tags": ["Messages"],
    "summary": "Lists files, newest first",
    "description": "Lists files, newest first.\n\nFor: admin, user; API keys need the scope `media:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Media retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Media"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "post": {
    "operationId": "UploadMedia",
    "tags": ["Messages"],
    "summary": "Uploads a file",
    "description": "Uploads a file as the body, or as the part `file` of a form; what is said of it comes before it. What it is is told by its content.\n\nFor: admin, user; API keys need the scope `media:write`.",
    "parameters": [
     {
      "name": "file_name",
      "in": "query",
      "description": "Up to 255 bytes, without `/` and control characters.",
      "schema": {"type": "string"}
     },
     {
      "name": "kind",
      "in": "query",
      "description": "What it is to be sent as; unspecified: whatever its content is good for.",
      "schema": {"$ref": "#/components/schemas/MediaKind"}
     },
     {
      "name": "mime_type",
      "in": "query",
      "description": "What it is said to be; empty: what its content says. What contradicts the content is refused.",
      "schema": {"type": "string"}
     },
     {
      "name": "sha256",
      "in": "query",
      "description": "Hexadecimal, 64 digits: where it is known. What does not match is refused.",
      "schema": {"type": "string"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose it will be; 0 = the caller's. The operator must say.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/octet-stream": {
       "schema": {}
      },
      "multipart/form-data": {
       "schema": {
        "type": "object",
        "properties": {
         "file_name": {"type": "string", "description": "Up to 255 bytes, without `/` and control characters."},
         "kind": {"$ref": "#/components/schemas/MediaKind", "description": "What it is to be sent as; unspecified: whatever its content is good for."},
         "mime_type": {
          "type": "string",
          "description": "What it is said to be; empty: what its content says. What contradicts the content is refused."
         },
         "sha256": {"type": "string", "description": "Hexadecimal, 64 digits: where it is known. What does not match is refused."},
         "user_id": {
          "type": "integer",
          "format": "int64",
          "minimum": -9007199254740991,
          "maximum": 9007199254740991,
          "description": "Whose it will be; 0 = the caller's. The operator must say."
         },
         "file": {"type": "string", "contentMediaType": "application/octet-stream"}
        },
        "required": ["file"],
        "additionalProperties": false
       }
      }
     }
    },
    "responses": {
     "201": {
      "description": "It is there.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Media"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/templates/": {
   "post": {
    "operationId": "CreateTemplate",
    "tags": ["Messages"],
    "summary": "Keeps a text with variables, for SendText and SendBulk",
    "description": "Keeps a text with variables, for SendText and SendBulk. ALREADY_EXISTS where its owner has one of that name, as after\na repeat, with the template's `id` in the error's metadata.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CreateTemplateRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Template created successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Template"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "get": {
    "operationId": "ListTemplates",
    "tags": ["Messages"],
    "summary": "Lists templates, newest first",
    "description": "Lists templates, newest first: one's own, or all of them for an admin.\n\nFor: admin, user; API keys need the scope `messages:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "name",
      "in": "query",
      "description": "Only those of this name; empty = any.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "Templates retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Template"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/templates/{id}/": {
   "get": {
    "operationId": "GetTemplate",
    "tags": ["Messages"],
    "summary": "One template",
    "description": "One template.\n\nFor: admin, user; API keys need the scope `messages:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Template retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Template"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "patch": {
    "operationId": "UpdateTemplate",
    "tags": ["Messages"],
    "summary": "Changes the fields that `update_mask` names",
    "description": "Changes the fields that `update_mask` names: `name`, `description`, `text`; `*` is all of them. With `template.etag`,\nonly if the template is still what it was (ETAG_MISMATCH). What was accepted before stays as it was.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "update_mask",
      "in": "query",
      "description": "Empty: an error, for nothing would change. Over HTTP, the keys present in the body.",
      "schema": {"type": "string"}
     },
     {"$ref": "#/components/parameters/IfMatch"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/TemplateChange"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Template updated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Template"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "DeleteTemplate",
    "tags": ["Messages"],
    "summary": "Deletes a template",
    "description": "Deletes a template. Messages that were made from it stay as they are.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "etag",
      "in": "query",
      "description": "Delete only if the template is still what it was (ETAG_MISMATCH). Empty: whatever became of it.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "Template deleted successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/secrets/rotate/": {
   "post": {
    "operationId": "RotateSecretKey",
    "tags": ["Secrets"],
    "summary": "Seals with a new key from now on, and seals anew what older keys have sealed",
    "description": "Seals with a new key from now on, and seals anew what older keys have sealed. The key files of older backups are\nstill needed to restore those.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RotateSecretKeyRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Secret key rotated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/RotateSecretKeyResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/": {
   "get": {
    "operationId": "ListSessions",
    "tags": ["Sessions"],
    "summary": "Lists sessions, newest first",
    "description": "Lists sessions, newest first.\n\nFor: admin, user; API keys need the scope `sessions:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "status",
      "in": "query",
      "description": "Unspecified: any.",
      "schema": {"$ref": "#/components/schemas/SessionStatus"}
     }
    ],
    "responses": {
     "200": {
      "description": "Sessions retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Session"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "post": {
    "operationId": "CreateSession",
    "tags": ["Sessions"],
    "summary": "Makes a session without starting it",
    "description": "Makes a session without starting it.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CreateSessionRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Session created successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{id}/": {
   "get": {
    "operationId": "GetSession",
    "tags": ["Sessions"],
    "summary": "Gets one session",
    "description": "Gets one session.\n\nFor: admin, user; API keys need the scope `sessions:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "session",
      "in": "query",
      "description": "By name, among the owner's sessions.",
      "schema": {"type": "string"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose session is meant by its name; 0 = the caller's.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Session retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "patch": {
    "operationId": "UpdateSession",
    "tags": ["Sessions"],
    "summary": "Changes the fields that `update_mask` names",
    "description": "Changes the fields that `update_mask` names: `name`, `settings.pacing`, `settings.quiet_hours`; `*` is all of them.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "update_mask",
      "in": "query",
      "description": "Empty: an error, for nothing would change. Over HTTP, the keys present in the body.",
      "schema": {"type": "string"}
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SessionChange"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session updated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "DeleteSession",
    "tags": ["Sessions"],
    "summary": "Deletes a session",
    "description": "Deletes a session: it is logged out, its credentials are dropped, what waits to be sent through it fails with\nSESSION_LOGGED_OUT. Its messages stay.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "session",
      "in": "query",
      "description": "By name, among the owner's sessions.",
      "schema": {"type": "string"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose session is meant by its name; 0 = the caller's.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Session deleted successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/init/": {
   "post": {
    "operationId": "InitSession",
    "tags": ["Sessions"],
    "summary": "Starts a session, making it where it does not exist",
    "description": "Starts a session, making it where it does not exist: a bridge takes it up and, where it is not linked yet, shows a\nQR code. A session that is running already stays as it is.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/InitSessionRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session initialized successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{session_id}/init/": {
   "post": {
    "operationId": "InitSession_post",
    "tags": ["Sessions"],
    "summary": "Starts a session, making it where it does not exist",
    "description": "Starts a session, making it where it does not exist: a bridge takes it up and, where it is not linked yet, shows a\nQR code. A session that is running already stays as it is.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "session_id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/InitSessionRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session initialized successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/status/": {
   "get": {
    "operationId": "GetSessionStatus",
    "tags": ["Sessions"],
    "summary": "Gets the state of the caller's session",
    "description": "Gets the state of the caller's session.\n\nFor: admin, user; API keys need the scope `sessions:read`.",
    "parameters": [
     {
      "name": "session",
      "in": "query",
      "description": "The name; empty: `default`, else the only one.",
      "schema": {"type": "string"}
     },
     {
      "name": "session_id",
      "in": "query",
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose; 0 = the caller's.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Session status retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/disconnect/": {
   "post": {
    "operationId": "DisconnectSession",
    "tags": ["Sessions"],
    "summary": "Stops carrying a session",
    "description": "Stops carrying a session. Its credentials are kept, so that InitSession brings it back without a scan.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/DisconnectSessionRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session disconnected successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{session_id}/disconnect/": {
   "post": {
    "operationId": "DisconnectSession_post",
    "tags": ["Sessions"],
    "summary": "Stops carrying a session",
    "description": "Stops carrying a session. Its credentials are kept, so that InitSession brings it back without a scan.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "session_id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/DisconnectSessionRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session disconnected successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{session_id}/restart/": {
   "post": {
    "operationId": "RestartSession",
    "tags": ["Sessions"],
    "summary": "Stops carrying a session and starts it again",
    "description": "Stops carrying a session and starts it again. What is being sent meanwhile is reconciled as after any break.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "session_id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RestartSessionRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session restarted successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{session_id}/logout/": {
   "post": {
    "operationId": "LogoutSession",
    "tags": ["Sessions"],
    "summary": "Ends the link with the phone and drops the credentials",
    "description": "Ends the link with the phone and drops the credentials: the next start shows a QR code again. What waits to be sent\nfails with SESSION_LOGGED_OUT.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "session_id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/LogoutSessionRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Session logged out successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Session"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{session_id}/qr/": {
   "get": {
    "operationId": "GetQrCode",
    "tags": ["Sessions"],
    "summary": "Gets the QR code that links the session",
    "description": "Gets the QR code that links the session: the raw string, to be drawn by whoever shows it. SESSION_NOT_CONNECTED\nwhile there is none to scan.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "session_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "session",
      "in": "query",
      "description": "By name, instead of by id.",
      "schema": {"type": "string"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Whose session is meant by its name; 0 = the caller's.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "QR code retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/QrCode"}
         },
         "required": ["success", "message", "data"]
        }
       },
       "image/png": {
        "schema": {"type": "string", "contentMediaType": "image/png"}
       },
       "image/svg+xml": {
        "schema": {"type": "string"}
       },
       "text/plain": {
        "schema": {"type": "string"}
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/sessions/{session_id}/pairing-code/": {
   "post": {
    "operationId": "RequestPairingCode",
    "tags": ["Sessions"],
    "summary": "Gets a code that links the session without a camera",
    "description": "Gets a code that links the session without a camera: it is typed into the phone that has this number. Starts the\nsession where it does not run, and waits for its bridge. NUMBER_ALREADY_LINKED where another session has that number.\n\nFor: admin, user; API keys need the scope `sessions:write`.",
    "parameters": [
     {
      "name": "session_id",
      "in": "path",
      "required": true,
      "description": "Excludes `session`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RequestPairingCodeRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Pairing code retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/PairingCode"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/contacts/check/": {
   "post": {
    "operationId": "CheckNumber",
    "tags": ["Sessions"],
    "summary": "Asks WhatsApp, through a session that is connected, whether a number has an account",
    "description": "Asks WhatsApp, through a session that is connected, whether a number has an account. Answers are kept for a while:\nWhatsApp does not like to be asked often.\n\nFor: admin, user; API keys need the scope `messages:send`.",
    "parameters": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CheckNumberRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Number checked successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/NumberCheck"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/status/": {
   "get": {
    "operationId": "GetStatus",
    "tags": ["System"],
    "summary": "Tells how the server is",
    "description": "Tells how the server is: what it listens on, how busy it is, which limits are in force.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "responses": {
     "200": {
      "description": "Status retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/SystemStatus"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/services/": {
   "get": {
    "operationId": "ListServices",
    "tags": ["System"],
    "summary": "Lists the services and their methods",
    "description": "Lists the services and their methods.\n\nFor: admin, bridge, user.",
    "parameters": [],
    "responses": {
     "200": {
      "description": "Services retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/ServiceSummary"}
            }
           },
           "required": ["results"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/services/{name}/": {
   "get": {
    "operationId": "DescribeService",
    "tags": ["System"],
    "summary": "Describes a service, a method, a message or an enum",
    "description": "Describes a service, a method, a message or an enum: fields, comments, routes, who may call. A name may be short\nwhere it is the only one, such as `MessagesService`, `SendText`, `Message`.\n\nFor: admin, bridge, user.",
    "parameters": [
     {
      "name": "name",
      "in": "path",
      "required": true,
      "description": "`switchboard.v1.MessagesService`, `MessagesService/SendText`, `switchboard.v1.Message`, or a short form of these. A dot\nmay stand for the slash.",
      "schema": {"type": "string", "minLength": 1}
     }
    ],
    "responses": {
     "200": {
      "description": "Description retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Description"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/diagnosis/": {
   "get": {
    "operationId": "Diagnose",
    "tags": ["System"],
    "summary": "Looks for what is wrong with the server, its files and its machine, and says what to do about it",
    "description": "Looks for what is wrong with the server, its files and its machine, and says what to do about it.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "responses": {
     "200": {
      "description": "Diagnosis made successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Diagnosis"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/backups/": {
   "post": {
    "operationId": "Backup",
    "tags": ["System"],
    "summary": "Copies the database to a file on the server's machine while the server goes on, and checks the copy",
    "description": "Copies the database to a file on the server's machine while the server goes on, and checks the copy. Answers when it is\ndone, which may take longer than the default deadline; a call that is given up leaves nothing behind.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/BackupRequest"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Backup made successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/BackupResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/users/": {
   "get": {
    "operationId": "ListUsers",
    "tags": ["Users"],
    "summary": "Lists users, newest first",
    "description": "Lists users, newest first.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     }
    ],
    "responses": {
     "200": {
      "description": "Users retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/User"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "post": {
    "operationId": "CreateUser",
    "tags": ["Users"],
    "summary": "Makes a user",
    "description": "Makes a user.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CreateUserRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "User created successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/User"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/users/{id}/": {
   "get": {
    "operationId": "GetUser",
    "tags": ["Users"],
    "summary": "Gets one user, by id or by name",
    "description": "Gets one user, by id or by name. A user may get themselves.\n\nFor: admin, user.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "Excludes `username`.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "username",
      "in": "query",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "User retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/User"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "patch": {
    "operationId": "UpdateUser",
    "tags": ["Users"],
    "summary": "Changes the fields that `update_mask` names",
    "description": "Changes the fields that `update_mask` names: `username`, `email`, `role`, `is_active`, `max_messages_per_day`,\n`max_messages_per_minute`; `*` is all of them. The last active admin stays one (LAST_ADMIN). With `user.etag`, only if\nthe user is still what it was (ETAG_MISMATCH).\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "update_mask",
      "in": "query",
      "description": "Empty: an error, for nothing would change. Over HTTP, the keys present in the body of a PATCH (what is left out stays\nas it is), and all fields for a PUT, which has to bring them all.",
      "schema": {"type": "string"}
     },
     {"$ref": "#/components/parameters/IfMatch"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/UserChange"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "User updated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/User"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "put": {
    "operationId": "UpdateUser_put",
    "tags": ["Users"],
    "summary": "Changes the fields that `update_mask` names",
    "description": "Changes the fields that `update_mask` names: `username`, `email`, `role`, `is_active`, `max_messages_per_day`,\n`max_messages_per_minute`; `*` is all of them. The last active admin stays one (LAST_ADMIN). With `user.etag`, only if\nthe user is still what it was (ETAG_MISMATCH).\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "update_mask",
      "in": "query",
      "description": "Empty: an error, for nothing would change. Over HTTP, the keys present in the body of a PATCH (what is left out stays\nas it is), and all fields for a PUT, which has to bring them all.",
      "schema": {"type": "string"}
     },
     {"$ref": "#/components/parameters/IfMatch"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "allOf": [
         {"$ref": "#/components/schemas/UserChange"},
         {
          "required": ["username", "email", "role", "is_active", "max_messages_per_day", "max_messages_per_minute"]
         }
        ]
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "User updated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/User"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "DeleteUser",
    "tags": ["Users"],
    "summary": "Deletes a user with their keys, sign-ins and sessions",
    "description": "Deletes a user with their keys, sign-ins and sessions. Their messages stay, as nobody's, unless `purge_messages`.\nThe last active admin cannot be deleted (LAST_ADMIN).\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "purge_messages",
      "in": "query",
      "description": "Deletes their messages too, for good.",
      "schema": {"type": "boolean"}
     },
     {
      "name": "etag",
      "in": "query",
      "description": "Delete only if the user is still what it was (ETAG_MISMATCH). Empty: whatever became of it.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "User deleted successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/users/{id}/activate/": {
   "post": {
    "operationId": "ActivateUser",
    "tags": ["Users"],
    "summary": "Lets a user in again",
    "description": "Lets a user in again. Activating an active user changes nothing.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/ActivateUserRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "User activated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/User"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/users/{id}/deactivate/": {
   "post": {
    "operationId": "DeactivateUser",
    "tags": ["Users"],
    "summary": "Shuts a user out at once",
    "description": "Shuts a user out at once: sign-ins end, keys are refused, streams end. Their sessions go on, and so do messages that\nwere accepted. The last active admin stays one (LAST_ADMIN).\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/DeactivateUserRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "User deactivated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/User"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/users/{id}/password/": {
   "post": {
    "operationId": "SetPassword",
    "tags": ["Users"],
    "summary": "Sets a user's password and ends their sign-ins",
    "description": "Sets a user's password and ends their sign-ins. API keys live on, and the answer says which.\n\nFor: admin; API keys need the scope `admin`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/SetPasswordRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Password set successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/SetPasswordResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/webhooks/": {
   "get": {
    "operationId": "ListWebhooks",
    "tags": ["Webhooks"],
    "summary": "Lists webhooks, newest first",
    "description": "Lists webhooks, newest first: one's own, or all of them for an admin.\n\nFor: admin, user; API keys need the scope `webhooks:read`.",
    "parameters": [
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "user_id",
      "in": "query",
      "description": "Only this user's; 0 = all that the caller may see.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Webhooks retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Webhook"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "post": {
    "operationId": "CreateWebhook",
    "tags": ["Webhooks"],
    "summary": "Makes a webhook",
    "description": "Makes a webhook: it is told of what happens from now on. Its secret is in this answer and nowhere else: a repeat with\nthe same idempotency key is ALREADY_EXISTS, with the webhook's `id` in the error's metadata. An API key needs the\nscope `events:read` beside `webhooks:write`: what it makes tells of events.\n\nFor: admin, user; API keys need the scope `webhooks:write`.",
    "parameters": [
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/CreateWebhookRequest"}
      }
     }
    },
    "responses": {
     "201": {
      "description": "Webhook created successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/CreateWebhookResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/webhooks/{id}/": {
   "get": {
    "operationId": "GetWebhook",
    "tags": ["Webhooks"],
    "summary": "One webhook",
    "description": "One webhook.\n\nFor: admin, user; API keys need the scope `webhooks:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Webhook retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Webhook"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "patch": {
    "operationId": "UpdateWebhook",
    "tags": ["Webhooks"],
    "summary": "Changes the fields that `update_mask` names",
    "description": "Changes the fields that `update_mask` names: `url`, `description`, `types`, `session_id`, `headers`, `is_active`; `*` is\nall of them. With `webhook.etag`, only if the webhook is still what it was (ETAG_MISMATCH). Filters hold for what is\nnot taken up yet. One that is active again goes on where it stopped.\n\nFor: admin, user; API keys need the scope `webhooks:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "update_mask",
      "in": "query",
      "description": "Empty: an error, for nothing would change. Over HTTP, the keys present in the body.",
      "schema": {"type": "string"}
     },
     {"$ref": "#/components/parameters/IfMatch"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/WebhookChange"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Webhook updated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/Webhook"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   },
   "delete": {
    "operationId": "DeleteWebhook",
    "tags": ["Webhooks"],
    "summary": "Deletes a webhook and all that was still to be delivered to it",
    "description": "Deletes a webhook and all that was still to be delivered to it.\n\nFor: admin, user; API keys need the scope `webhooks:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "etag",
      "in": "query",
      "description": "Delete only if the webhook is still what it was (ETAG_MISMATCH). Empty: whatever became of it.",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "Webhook deleted successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"type": "null"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/webhooks/{id}/test/": {
   "post": {
    "operationId": "TestWebhook",
    "tags": ["Webhooks"],
    "summary": "Posts an event of type `webhook",
    "description": "Posts an event of type `webhook.test` now, once, and tells how that went. Also where the webhook is not active.\n\nFor: admin, user; API keys need the scope `webhooks:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/TestWebhookRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Webhook tested.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/TestWebhookResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/webhooks/{id}/deliveries/": {
   "get": {
    "operationId": "ListDeliveries",
    "tags": ["Webhooks"],
    "summary": "Lists what did not arrive at the first try, newest first",
    "description": "Lists what did not arrive at the first try, newest first: what is tried again, what arrived later, what was given up.\n\nFor: admin, user; API keys need the scope `webhooks:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "The webhook's.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "page_size",
      "in": "query",
      "description": "1 to 200; 0 = 20.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "page_token",
      "in": "query",
      "description": "`next_page_token` of the page before. Excludes `page`.",
      "schema": {"type": "string"}
     },
     {
      "name": "page",
      "in": "query",
      "description": "Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.",
      "schema": {"type": "integer", "format": "int32"}
     },
     {
      "name": "state",
      "in": "query",
      "description": "Only those in this state; unspecified = all.",
      "schema": {"$ref": "#/components/schemas/DeliveryState"}
     }
    ],
    "responses": {
     "200": {
      "description": "Deliveries retrieved successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {
           "type": "object",
           "properties": {
            "results": {
             "type": "array",
             "items": {"$ref": "#/components/schemas/Delivery"}
            },
            "count": {
             "type": ["integer", "null"],
             "description": "Of all, where a page was asked for by number."
            },
            "page": {
             "type": ["integer", "null"]
            },
            "page_size": {"type": "integer"},
            "next_page_token": {"type": "string", "description": "`page_token` of the next page; empty on the last."}
           },
           "required": ["results", "count", "page", "page_size", "next_page_token"]
          }
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/webhooks/{id}/replay/": {
   "post": {
    "operationId": "ReplayDeliveries",
    "tags": ["Webhooks"],
    "summary": "Delivers again, with as many tries as the first time and under the same `webhook-id`",
    "description": "Delivers again, with as many tries as the first time and under the same `webhook-id`: one delivery that is over, or all\nthat were given up since a time.\n\nFor: admin, user; API keys need the scope `webhooks:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "description": "The webhook's.",
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/ReplayDeliveriesRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Deliveries are tried again.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/ReplayDeliveriesResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/api/v1/webhooks/{id}/rotate/": {
   "post": {
    "operationId": "RotateWebhookSecret",
    "tags": ["Webhooks"],
    "summary": "Makes a new secret",
    "description": "Makes a new secret. For `overlap` what is posted is signed with both, so that receivers can be moved over. The new\nsecret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS.\n\nFor: admin, user; API keys need the scope `webhooks:write`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {"$ref": "#/components/parameters/IdempotencyKey"}
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {"$ref": "#/components/schemas/RotateWebhookSecretRequestBody"}
      }
     }
    },
    "responses": {
     "200": {
      "description": "Webhook secret rotated successfully.",
      "content": {
       "application/json": {
        "schema": {
         "type": "object",
         "properties": {
          "success": {"const": true},
          "message": {"type": "string"},
          "data": {"$ref": "#/components/schemas/RotateWebhookSecretResponse"}
         },
         "required": ["success", "message", "data"]
        }
       }
      }
     },
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"}
    }
   }
  },
  "/health/live/": {
   "get": {
    "operationId": "Live",
    "tags": ["System"],
    "summary": "Whether the process is there.",
    "security": [
     {}
    ],
    "responses": {
     "200": {
      "description": "It is.",
      "content": {
       "application/json": {
        "schema": {"type": "object"}
       }
      }
     }
    }
   }
  },
  "/health/ready/": {
   "get": {
    "operationId": "Ready",
    "tags": ["System"],
    "summary": "Whether it takes calls.",
    "security": [
     {}
    ],
    "responses": {
     "200": {
      "description": "It does.",
      "content": {
       "application/json": {
        "schema": {"type": "object"}
       }
      }
     },
     "503": {
      "description": "It does not, or not yet.",
      "content": {
       "application/json": {
        "schema": {"type": "object"}
       }
      }
     }
    }
   }
  },
  "/api/v1/media/{id}/content/": {
   "get": {
    "operationId": "DownloadMedia",
    "tags": ["Messages"],
    "summary": "The content of a file",
    "description": "The content of a file, as an attachment, whole or one range of it.\n\nFor: admin, user; API keys need the scope `media:read`.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "format": "int64",
       "minimum": 1,
       "maximum": 9007199254740991
      }
     },
     {
      "name": "Range",
      "in": "header",
      "schema": {"type": "string"}
     },
     {
      "name": "If-Range",
      "in": "header",
      "schema": {"type": "string"}
     },
     {
      "name": "If-None-Match",
      "in": "header",
      "schema": {"type": "string"}
     }
    ],
    "responses": {
     "200": {
      "description": "All of it.",
      "content": {
       "*/*": {
        "schema": {}
       }
      }
     },
     "206": {
      "description": "The part that `Range` asks for.",
      "content": {
       "*/*": {
        "schema": {}
       }
      }
     },
     "304": {"description": "It is what `If-None-Match` says."},
     "400": {"$ref": "#/components/responses/Error400"},
     "401": {"$ref": "#/components/responses/Error401"},
     "403": {"$ref": "#/components/responses/Error403"},
     "404": {"$ref": "#/components/responses/Error404"},
     "408": {"$ref": "#/components/responses/Error408"},
     "409": {"$ref": "#/components/responses/Error409"},
     "410": {"$ref": "#/components/responses/Error410"},
     "412": {"$ref": "#/components/responses/Error412"},
     "413": {"$ref": "#/components/responses/Error413"},
     "415": {"$ref": "#/components/responses/Error415"},
     "422": {"$ref": "#/components/responses/Error422"},
     "429": {"$ref": "#/components/responses/Error429"},
     "500": {"$ref": "#/components/responses/Error500"},
     "502": {"$ref": "#/components/responses/Error502"},
     "503": {"$ref": "#/components/responses/Error503"},
     "504": {"$ref": "#/components/responses/Error504"},
     "507": {"$ref": "#/components/responses/Error507"},
     "416": {"$ref": "#/components/responses/Error400"}
    }
   }
  }
 },
 "components": {
  "schemas": {
   "Access": {
    "type": "string",
    "enum": ["public", "user", "admin", "bridge"],
    "description": "One of the kinds of caller that a method can admit.\n\n- `public`: Anybody, with or without credentials.\n- `user`: A signed-in user, or an API key of theirs.\n- `admin`: A user of role admin, or the operator.\n- `bridge`: A bridge: a listed peer on bridge.sock, or an API key of scope `bridge`."
   },
   "ActivateUserRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "ApiKey": {
    "type": "object",
    "description": "A credential for programs. The secret is shown once, when the key is made.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "name": {"type": "string", "description": "What it is for, in its owner's words."},
     "prefix": {"type": "string", "description": "The part that is safe to show: `sbk_` and eight characters."},
     "scopes": {
      "type": "array",
      "items": {"type": "string"},
      "description": "What it may do, such as `messages:send`. Never wider than its owner."
     },
     "allowed_ips": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Networks in CIDR form it may be used from; `unix` admits Unix sockets. Empty: from anywhere."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "From then on it is refused; absent: never."
     },
     "is_active": {"type": "boolean"},
     "last_used_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "rotated_from": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The key that this one replaces; 0 = none."
     },
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "max_messages_per_minute": {
      "type": "integer",
      "format": "int32",
      "description": "Messages accepted in a minute through this key; 0 = only the owner's limit, which always holds too."
     },
     "made_by": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The key that this one was made with, and whose limits hold for it too; 0 = none."
     }
    },
    "required": ["allowed_ips", "created_at", "expires_at", "id", "is_active", "last_used_at", "made_by", "max_messages_per_minute", "name", "prefix", "rotated_from", "scopes", "updated_at", "user_id"]
   },
   "ApiKeyChange": {
    "type": "object",
    "description": "A credential for programs. The secret is shown once, when the key is made.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "name": {"type": "string", "description": "What it is for, in its owner's words."},
     "prefix": {"type": "string", "description": "The part that is safe to show: `sbk_` and eight characters."},
     "scopes": {
      "type": "array",
      "items": {"type": "string"},
      "description": "What it may do, such as `messages:send`. Never wider than its owner."
     },
     "allowed_ips": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Networks in CIDR form it may be used from; `unix` admits Unix sockets. Empty: from anywhere."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "From then on it is refused; absent: never."
     },
     "is_active": {"type": "boolean"},
     "last_used_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "rotated_from": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The key that this one replaces; 0 = none."
     },
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "max_messages_per_minute": {
      "type": "integer",
      "format": "int32",
      "description": "Messages accepted in a minute through this key; 0 = only the owner's limit, which always holds too."
     },
     "made_by": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The key that this one was made with, and whose limits hold for it too; 0 = none."
     }
    },
    "additionalProperties": false
   },
   "ApiLog": {
    "type": "object",
    "description": "One call that was answered.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "time": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 = nobody, or the operator."
     },
     "key_prefix": {"type": "string", "description": "Of the API key that was used, or empty."},
     "transport": {"type": "string", "description": "`unix`, `tcp`, `http`."},
     "method": {"type": "string", "description": "The method, such as `switchboard.v1.MessagesService/SendText`."},
     "endpoint": {
      "type": "string",
      "description": "The HTTP method and path, such as `POST /api/v1/messages/send-text/`; empty for a binary call."
     },
     "status": {"type": "string", "description": "`OK` or the reason of the refusal."},
     "http_status": {"type": "integer", "format": "int32", "description": "The HTTP status that goes with it, also for a binary call."},
     "latency_us": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "ip": {"type": "string", "description": "Without the port; empty for a Unix socket."},
     "request_id": {"type": "string"}
    },
    "required": ["endpoint", "http_status", "id", "ip", "key_prefix", "latency_us", "method", "request_id", "status", "time", "transport", "user_id"]
   },
   "AuditEntry": {
    "type": "object",
    "description": "One thing that was done.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Consecutive, from 1."
     },
     "time": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "who": {
      "type": "string",
      "description": "Who did it: `user(7)`, `operator(0)`, `bridge(…)`; empty for nobody, who may have tried to sign in."
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 = no user."
     },
     "username": {"type": "string", "description": "The user's name at that time."},
     "key_prefix": {"type": "string", "description": "Of the API key that was used, or empty."},
     "method": {"type": "string", "description": "The method, such as `switchboard.v1.UsersService/UpdateUser`."},
     "target_kind": {"type": "string", "description": "`user`, `api_key`, `sign_in`, `session`, `message`, …"},
     "target_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 = unknown."
     },
     "target_name": {"type": "string", "description": "The target's name or prefix at that time."},
     "before": {
      "type": ["object", "null"],
      "description": "The fields that changed, as they were; absent for what was made. Never a secret."
     },
     "after": {
      "type": ["object", "null"],
      "description": "The same fields as they are then; absent for what was deleted. Never a secret."
     },
     "outcome": {"type": "string", "description": "`OK`, or the reason of the refusal for a sign-in that failed."},
     "times": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "How often: more than 1 where refusals of one kind were put together."
     },
     "transport": {"type": "string", "description": "`unix`, `tcp`, `tls`, `http`."},
     "ip": {"type": "string", "description": "Without the port; empty for a Unix socket."},
     "request_id": {"type": "string"},
     "hash": {"type": "string", "description": "What the entry is chained with, in hexadecimal."}
    },
    "required": ["after", "before", "hash", "id", "ip", "key_prefix", "method", "outcome", "request_id", "target_id", "target_kind", "target_name", "time", "times", "transport", "user_id", "username", "who"]
   },
   "AuditFault": {
    "type": "string",
    "enum": ["changed", "removed", "reordered", "added", "chain", "broken"],
    "description": "What can be wrong with an audit log.\n\n- `changed`: The entry is not what was written.\n- `removed`: Entries are missing from here on.\n- `reordered`: What was written here stands elsewhere.\n- `added`: An entry that the server did not write.\n- `chain`: The record of where the log begins and ends is missing, was changed, or is sealed with another key; from the entry\non, where one is named.\n- `broken`: The log was found broken there before, when it was written or opened, and that stands, whatever was put back since."
   },
   "AuditVerdict": {
    "type": "object",
    "properties": {
     "is_intact": {
      "type": "boolean",
      "description": "Nothing is wrong with what was read: with all up to the end only where `next_id` is 0."
     },
     "checked": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Entries that are as they were written."
     },
     "first_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The first entry that was read; 0 = there is none."
     },
     "last_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The last entry, and its hash: noted elsewhere, they prove later that nothing before them was touched."
     },
     "last_hash": {"type": "string"},
     "fault": {
      "anyOf": [
       {"$ref": "#/components/schemas/AuditFault"},
       {"type": "null"}
      ],
      "description": "The first fault, where there is one."
     },
     "bad_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Where it is; 0 = at no entry."
     },
     "detail": {"type": "string", "description": "In words."},
     "next_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Where to go on, with `from_id`; 0 = the end was reached, or a fault was found."
     },
     "broken_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "From which entry on the log was found broken, first of all; 0 = never. Said wherever one begins to read."
     }
    },
    "required": ["bad_id", "broken_id", "checked", "detail", "fault", "first_id", "is_intact", "last_hash", "last_id", "next_id"]
   },
   "BackupRequest": {
    "type": "object",
    "properties": {
     "path": {
      "type": ["string", "null"],
      "description": "Where to: a name is a file in `<data-dir>/backups`, a path that begins with `/` is one anywhere, for root and the\nserver's own user on rpcd.sock only. Empty: a name made of the time. A file that is there is never replaced."
     },
     "with_secrets": {
      "type": ["boolean", "null"],
      "description": "Copies the server's key files as well, to a folder of the same name and `.secrets`. For root and the server's own user\non rpcd.sock only: who has both can make tokens and read what is encrypted."
     }
    },
    "additionalProperties": false
   },
   "BackupResponse": {
    "type": "object",
    "description": "A backup that is whole and was checked.",
    "properties": {
     "path": {"type": "string", "description": "From the root of the server's machine."},
     "size_bytes": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "taken_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "The state that it holds: that of the moment when it began."
     },
     "duration_ms": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "schema_version": {"type": "integer", "format": "int32"},
     "secrets_path": {"type": "string", "description": "Where the key files are; empty where they were not asked for."}
    },
    "required": ["duration_ms", "path", "schema_version", "secrets_path", "size_bytes", "taken_at"]
   },
   "Bridge": {
    "type": "object",
    "properties": {
     "name": {"type": "string"},
     "identity": {"type": "string", "description": "The credential it attached with: `uid:0`, `key:sbk_…`."},
     "status": {
      "anyOf": [
       {"$ref": "#/components/schemas/BridgeStatus"},
       {"type": "null"}
      ]
     },
     "instance_id": {"type": "string"},
     "engine": {"type": "string"},
     "engine_version": {"type": "string"},
     "kinds": {
      "type": "array",
      "items": {"type": "string"}
     },
     "capacity": {"type": "integer", "format": "int32"},
     "sessions": {"type": "integer", "format": "int32", "description": "Sessions whose lease it holds."},
     "credit": {"type": "integer", "format": "int32", "description": "Sends that it is ready to take."},
     "attached_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_heartbeat_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "rss": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "event_loop_lag_ms": {"type": "integer", "format": "int32"},
     "commands": {
      "type": "array",
      "items": {"type": "string"},
      "description": "The commands beside sends that it can carry out."
     },
     "repeats_are_safe": {"type": "boolean", "description": "A Send that is repeated arrives once."}
    },
    "required": ["attached_at", "capacity", "commands", "credit", "engine", "engine_version", "event_loop_lag_ms", "identity", "instance_id", "kinds", "last_heartbeat_at", "name", "repeats_are_safe", "rss", "sessions", "status"]
   },
   "BridgeStatus": {
    "type": "string",
    "enum": ["attached", "draining", "lost"],
    "description": "- `lost`: Gone; its sessions wait for it or for another."
   },
   "CancelMessageRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "ChangePasswordRequest": {
    "type": "object",
    "properties": {
     "current_password": {
      "type": "string",
      "examples": ["correct horse battery"]
     },
     "new_password": {
      "type": "string",
      "description": "8 to 1,024 bytes.",
      "examples": ["staple of another kind"]
     }
    },
    "additionalProperties": false,
    "required": ["current_password", "new_password"]
   },
   "ChangePasswordResponse": {
    "type": "object",
    "properties": {
     "api_keys": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/ApiKey"},
      "description": "The keys of the user that still open something, newest first, 200 at most."
     }
    },
    "required": ["api_keys"]
   },
   "CheckNumberRequest": {
    "type": "object",
    "properties": {
     "phone_number": {
      "type": "string",
      "description": "`+` and digits.",
      "examples": ["+491701234567"]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's."
     }
    },
    "additionalProperties": false,
    "required": ["phone_number"]
   },
   "ContactCard": {
    "type": "object",
    "properties": {
     "display_name": {
      "type": "string",
      "description": "1 to 256 characters.",
      "examples": ["Ada Lovelace"]
     },
     "phone_numbers": {
      "type": "array",
      "items": {"type": "string"},
      "description": "`+` and digits, up to 10 of them.",
      "examples": [["+491701234568"]]
     },
     "organization": {
      "type": "string",
      "examples": ["Analytical Engines"]
     },
     "emails": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Up to 10.",
      "examples": [["ada@example.org"]]
     },
     "vcard": {
      "type": "string",
      "description": "The card as a vCard, up to 16 KiB. Left out, it is made of the fields above; given, it goes out as it is."
     }
    },
    "required": ["display_name", "emails", "organization", "phone_numbers", "vcard"]
   },
   "ContactCardInput": {
    "type": "object",
    "properties": {
     "display_name": {
      "type": "string",
      "description": "1 to 256 characters.",
      "examples": ["Ada Lovelace"]
     },
     "phone_numbers": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "`+` and digits, up to 10 of them.",
      "examples": [["+491701234568"]]
     },
     "organization": {
      "type": ["string", "null"],
      "examples": ["Analytical Engines"]
     },
     "emails": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "Up to 10.",
      "examples": [["ada@example.org"]]
     },
     "vcard": {
      "type": ["string", "null"],
      "description": "The card as a vCard, up to 16 KiB. Left out, it is made of the fields above; given, it goes out as it is."
     }
    },
    "additionalProperties": false,
    "required": ["display_name"]
   },
   "ContactContent": {
    "type": "object",
    "properties": {
     "cards": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/ContactCard"},
      "description": "1 to 50."
     }
    },
    "required": ["cards"]
   },
   "CreateKeyRequest": {
    "type": "object",
    "properties": {
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose key it will be; 0 = the caller's. The operator must say."
     },
     "name": {
      "type": "string",
      "description": "1 to 100 characters.",
      "examples": ["shop"]
     },
     "scopes": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "Empty: all that the owner has but `keys:write` and `bridge`.",
      "examples": [["messages:send", "messages:read"]]
     },
     "allowed_ips": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "Networks in CIDR form; `unix` admits Unix sockets. Empty: from anywhere, or those of the key that it is made with.",
      "examples": [["203.0.113.0/24"]]
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: never, or with the key that it is made with."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "The same key and body within 24 hours makes no second API key."
     },
     "max_messages_per_minute": {
      "type": ["integer", "null"],
      "format": "int32",
      "description": "0 = only the owner's limit, which always holds too.",
      "examples": [20]
     }
    },
    "additionalProperties": false,
    "required": ["name"]
   },
   "CreateKeyResponse": {
    "type": "object",
    "properties": {
     "api_key": {
      "anyOf": [
       {"$ref": "#/components/schemas/ApiKey"},
       {"type": "null"}
      ]
     },
     "secret": {"type": "string", "description": "`sbk_…`, shown this once."}
    },
    "required": ["api_key", "secret"]
   },
   "CreateSessionRequest": {
    "type": "object",
    "properties": {
     "name": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`.",
      "examples": ["shop"]
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's. The operator must say."
     },
     "engine": {
      "type": ["string", "null"],
      "description": "The engine it asks for; empty: that of whichever bridge takes it up."
     },
     "settings": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionSettingsInput"},
       {"type": "null"}
      ]
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     }
    },
    "additionalProperties": false
   },
   "CreateTemplateRequest": {
    "type": "object",
    "properties": {
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose it will be; 0 = the caller's. The operator must say."
     },
     "name": {
      "type": "string",
      "examples": ["order-sent"]
     },
     "text": {
      "type": "string",
      "examples": ["Hello {{name}}, your order {{number}} is on its way."]
     },
     "description": {
      "type": ["string", "null"],
      "examples": ["Told when a parcel leaves."]
     }
    },
    "additionalProperties": false,
    "required": ["name", "text"]
   },
   "CreateUserRequest": {
    "type": "object",
    "properties": {
     "username": {
      "type": "string",
      "description": "1 to 150 characters: letters and digits of any script, and `@ . + - _`. Kept in Unicode form NFKC; unique whatever\nits case and form (`Ada`, `ADA` and `Ａｄａ` are one).",
      "examples": ["ada"]
     },
     "email": {
      "type": ["string", "null"],
      "examples": ["ada@example.org"]
     },
     "password": {
      "type": ["string", "null"],
      "description": "8 to 1,024 bytes. Empty: the user cannot sign in with a password.",
      "examples": ["correct horse battery"]
     },
     "role": {
      "anyOf": [
       {"$ref": "#/components/schemas/Role"},
       {"type": "null"}
      ],
      "description": "Unspecified: a plain user.",
      "examples": ["user"]
     },
     "max_messages_per_day": {
      "type": ["integer", "null"],
      "format": "int32",
      "description": "Absent: 1000. 0 = no limit.",
      "examples": [1000]
     },
     "max_messages_per_minute": {
      "type": ["integer", "null"],
      "format": "int32",
      "description": "Absent: 30. 0 = no limit.",
      "examples": [30]
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "The same key and body within 24 hours gets the first answer."
     }
    },
    "additionalProperties": false,
    "required": ["username"]
   },
   "CreateWebhookRequest": {
    "type": "object",
    "properties": {
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose it will be; 0 = the caller's. The operator must say."
     },
     "url": {
      "type": "string",
      "description": "At most 2,048 characters, without user name, password and fragment.",
      "examples": ["https://example.org/hooks/switchboard"]
     },
     "description": {
      "type": ["string", "null"],
      "examples": ["Orders"]
     },
     "types": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "At most 64.",
      "examples": [["message.*", "session.connected"]]
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "One of the owner's; 0 = all sessions."
     },
     "headers": {
      "type": ["array", "null"],
      "items": {"$ref": "#/components/schemas/WebhookHeaderInput"},
      "description": "At most 16, and 4 KiB."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "The same key and body within 24 hours makes no second webhook."
     }
    },
    "additionalProperties": false,
    "required": ["url"]
   },
   "CreateWebhookResponse": {
    "type": "object",
    "properties": {
     "webhook": {
      "anyOf": [
       {"$ref": "#/components/schemas/Webhook"},
       {"type": "null"}
      ]
     },
     "secret": {"type": "string", "description": "`whsec_…`, shown this once."}
    },
    "required": ["secret", "webhook"]
   },
   "DeactivateUserRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "DeleteContent": {
    "type": "object",
    "properties": {
     "message_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The message concerned; 0: one that is not known here."
     }
    },
    "required": ["message_id"]
   },
   "DeleteMessageRequestBody": {
    "type": "object",
    "properties": {
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: when those 60 hours are over, 24 hours at most; later is cut to the 60 hours."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     }
    },
    "additionalProperties": false
   },
   "Delivery": {
    "type": "object",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "webhook_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "message_id": {"type": "string", "description": "`webhook-id` in what is posted, the same in each try."},
     "sequence": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "type": {"type": "string", "description": "The event's."},
     "at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 = none."
     },
     "state": {
      "anyOf": [
       {"$ref": "#/components/schemas/DeliveryState"},
       {"type": "null"}
      ]
     },
     "tries": {"type": "integer", "format": "int32"},
     "next_try_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_try_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_status": {"type": "integer", "format": "int32", "description": "Of the last try; 0 = there was no answer."},
     "last_error": {"type": "string", "description": "How the last try failed, such as `timeout` or `status 503`."},
     "finished_at": {
      "type": ["string", "null"],
      "format": "date-time"
     }
    },
    "required": ["at", "finished_at", "id", "last_error", "last_status", "last_try_at", "message_id", "next_try_at", "sequence", "session_id", "state", "tries", "type", "webhook_id"]
   },
   "DeliveryState": {
    "type": "string",
    "enum": ["waiting", "delayed", "dead", "delivered"],
    "description": "- `waiting`: Is tried again; what its session's later events wait for.\n- `delayed`: Is tried again beside what came later.\n- `dead`: Was given up."
   },
   "Description": {
    "type": "object",
    "description": "What reflection knows of a name. One of the first three is filled, or none for an enum, which is the one in `enums`;\n`messages` and `enums` are all that it uses, itself included, each once.",
    "properties": {
     "service": {
      "anyOf": [
       {"$ref": "#/components/schemas/ServiceDescription"},
       {"type": "null"}
      ]
     },
     "method": {
      "anyOf": [
       {"$ref": "#/components/schemas/MethodDescription"},
       {"type": "null"}
      ]
     },
     "message": {"type": "string", "description": "The full name of the message that was asked for; it stands in `messages`."},
     "messages": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/MessageDescription"}
     },
     "enums": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/EnumDescription"}
     }
    },
    "required": ["enums", "message", "messages", "method", "service"]
   },
   "Diagnosis": {
    "type": "object",
    "description": "What was looked at, and what is wrong with it.",
    "properties": {
     "findings": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/Finding"}
     },
     "at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "The server's wall clock."
     },
     "version": {"type": "string"}
    },
    "required": ["at", "findings", "version"]
   },
   "DisconnectSessionRequest": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's."
     }
    },
    "additionalProperties": false
   },
   "DisconnectSessionRequestBody": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's."
     }
    },
    "additionalProperties": false
   },
   "EditContent": {
    "type": "object",
    "properties": {
     "message_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The message concerned; 0: one that is not known here."
     },
     "body": {"type": "string", "description": "What it says from now on."},
     "mentions": {
      "type": "array",
      "items": {"type": "string"}
     },
     "link_preview": {
      "anyOf": [
       {"$ref": "#/components/schemas/LinkPreview"},
       {"type": "null"}
      ]
     }
    },
    "required": ["body", "link_preview", "mentions", "message_id"]
   },
   "EditMessageRequestBody": {
    "type": "object",
    "properties": {
     "message": {
      "type": "string",
      "description": "1 byte to 64 KiB.",
      "examples": ["Hello again."]
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: when those 15 minutes are over; later is cut to that."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     },
     "mentions": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "As in SendTextRequest."
     },
     "link_preview": {
      "anyOf": [
       {"$ref": "#/components/schemas/LinkPreview"},
       {"type": "null"}
      ]
     }
    },
    "additionalProperties": false,
    "required": ["message"]
   },
   "EnumDescription": {
    "type": "object",
    "properties": {
     "name": {"type": "string"},
     "comment": {"type": "string"},
     "values": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/EnumValueDescription"}
     }
    },
    "required": ["comment", "name", "values"]
   },
   "EnumValueDescription": {
    "type": "object",
    "properties": {
     "name": {"type": "string", "description": "As in the .proto, such as `MESSAGE_STATUS_PENDING`."},
     "number": {"type": "integer", "format": "int32"},
     "json": {
      "type": "string",
      "description": "As JSON has it, such as `pending`; empty for the unspecified value, which is null."
     },
     "comment": {"type": "string"}
    },
    "required": ["comment", "json", "name", "number"]
   },
   "Event": {
    "type": "object",
    "properties": {
     "cursor": {"type": "string", "description": "Opaque: give the last one back to go on after it."},
     "at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "type": {
      "type": "string",
      "description": "Such as `message.accepted`, `message.delivered`, `session.connected`. Empty in a heartbeat, sent first and every 15\nseconds in which nothing happened."
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 = none."
     },
     "message_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 = none."
     },
     "message": {"$ref": "#/components/schemas/MessageChange"},
     "session": {"$ref": "#/components/schemas/Session", "description": "The session as it was then, without its QR code."}
    },
    "required": ["at", "cursor", "message_id", "session_id", "type", "user_id"]
   },
   "FetchMediaRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "FieldDescription": {
    "type": "object",
    "properties": {
     "name": {"type": "string"},
     "number": {"type": "integer", "format": "int32"},
     "type": {
      "type": "string",
      "description": "A scalar such as `int64`, or the full name of a message or an enum; of a map, `map<string, int64>`."
     },
     "repeated": {"type": "boolean"},
     "oneof": {"type": "string", "description": "The oneof that it is a case of, or empty."},
     "comment": {"type": "string"}
    },
    "required": ["comment", "name", "number", "oneof", "repeated", "type"]
   },
   "Finding": {
    "type": "object",
    "description": "One thing that was looked at.",
    "properties": {
     "subject": {"type": "string", "description": "Such as `disk` or `job purge-events`."},
     "level": {
      "anyOf": [
       {"$ref": "#/components/schemas/FindingLevel"},
       {"type": "null"}
      ]
     },
     "detail": {"type": "string", "description": "What was found."},
     "advice": {"type": "string", "description": "What to do about it; empty where nothing is to be done."}
    },
    "required": ["advice", "detail", "level", "subject"]
   },
   "FindingLevel": {
    "type": "string",
    "enum": ["ok", "warn", "fail"],
    "description": "- `warn`: Works, but may not for long, or not as safely as it could.\n- `fail`: Something does not work, or is open to those who should not have it."
   },
   "InitSessionRequest": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's. The operator must say."
     },
     "engine": {
      "type": ["string", "null"],
      "description": "The engine a new session asks for; empty: that of whichever bridge takes it up."
     }
    },
    "additionalProperties": false
   },
   "InitSessionRequestBody": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's. The operator must say."
     },
     "engine": {
      "type": ["string", "null"],
      "description": "The engine a new session asks for; empty: that of whichever bridge takes it up."
     }
    },
    "additionalProperties": false
   },
   "IntegrityStatus": {
    "type": "object",
    "description": "What the last check of the database found.",
    "properties": {
     "checked_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "is_sound": {"type": "boolean"},
     "detail": {"type": "string", "description": "What was checked, or the first things that are wrong."}
    },
    "required": ["checked_at", "detail", "is_sound"]
   },
   "Job": {
    "type": "object",
    "description": "Something that the server does from time to time.",
    "properties": {
     "name": {"type": "string", "description": "Such as `purge-events`."},
     "summary": {"type": "string", "description": "What it does."},
     "state": {
      "anyOf": [
       {"$ref": "#/components/schemas/JobState"},
       {"type": "null"}
      ]
     },
     "interval_seconds": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "From the end of a run to the next one, give or take a tenth."
     },
     "next_run_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent while it is disabled."
     },
     "last_started_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_finished_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent while the first run goes on, or before it."
     },
     "last_outcome": {
      "anyOf": [
       {"$ref": "#/components/schemas/JobOutcome"},
       {"type": "null"}
      ],
      "description": "Of the last run that ended."
     },
     "last_detail": {"type": "string", "description": "What it found, or why it failed; may be empty."},
     "last_duration_ms": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "rows": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Rows dealt with: so far, while it runs; else by the last run."
     },
     "failures": {
      "type": "integer",
      "format": "int32",
      "description": "Runs that failed since the last one that did not. After each of them the job waits longer before it tries again."
     },
     "last_started_by": {"type": "string", "description": "Who started the last run: `schedule`, or a caller such as `operator(0)`."}
    },
    "required": ["failures", "interval_seconds", "last_detail", "last_duration_ms", "last_finished_at", "last_outcome", "last_started_at", "last_started_by", "name", "next_run_at", "rows", "state", "summary"]
   },
   "JobOutcome": {
    "type": "string",
    "enum": ["succeeded", "failed", "cancelled", "interrupted"],
    "description": "How a run ended.\n\n- `cancelled`: The server was asked to end; the rest is done after its next start.\n- `interrupted`: The server ended in the middle of it, without having been asked."
   },
   "JobState": {
    "type": "string",
    "enum": ["idle", "running", "disabled"],
    "description": "- `idle`: Waits for its time.\n- `disabled`: Its setting is missing; `summary` names it."
   },
   "LinkPreview": {
    "type": "string",
    "enum": ["on", "off"],
    "description": "Whether a text with a link shows what is behind it."
   },
   "LiveCounts": {
    "type": "object",
    "description": "What is held just now. After load and abuse these return to where they were.",
    "properties": {
     "connections": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "streams": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "running_handlers": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "watchers": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "file_descriptors": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "resident_memory": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Bytes."
     },
     "wal_size": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Bytes."
     },
     "leases": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "bridges": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "parsing_bytes": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Bytes of requests that are not decoded yet."
     },
     "webhook_queue": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "What webhooks have still to be told: what waits for another try, and what is about to be posted."
     }
    },
    "required": ["bridges", "connections", "file_descriptors", "leases", "parsing_bytes", "resident_memory", "running_handlers", "streams", "wal_size", "watchers", "webhook_queue"]
   },
   "LocationContent": {
    "type": "object",
    "properties": {
     "latitude": {"type": "number", "format": "double", "description": "Degrees, -90 to 90."},
     "longitude": {"type": "number", "format": "double", "description": "Degrees, -180 to 180."},
     "name": {"type": "string"},
     "address": {"type": "string"}
    },
    "required": ["address", "latitude", "longitude", "name"]
   },
   "LoginRequest": {
    "type": "object",
    "properties": {
     "username": {
      "type": "string",
      "examples": ["ada"]
     },
     "password": {
      "type": "string",
      "examples": ["correct horse battery"]
     }
    },
    "additionalProperties": false,
    "required": ["username", "password"]
   },
   "LoginResponse": {
    "type": "object",
    "properties": {
     "access": {"type": "string", "description": "A JWT for `authorization: Bearer …`."},
     "refresh": {"type": "string", "description": "Good for one exchange, within 30 days."},
     "expires_in": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "How long `access` is good for, in seconds."
     },
     "user": {
      "anyOf": [
       {"$ref": "#/components/schemas/User"},
       {"type": "null"}
      ]
     }
    },
    "required": ["access", "expires_in", "refresh", "user"]
   },
   "LogoutRequest": {
    "type": "object",
    "properties": {
     "refresh": {"type": "string"}
    },
    "additionalProperties": false,
    "required": ["refresh"]
   },
   "LogoutSessionRequestBody": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's."
     }
    },
    "additionalProperties": false
   },
   "MarkReadRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "Media": {
    "type": "object",
    "description": "A file that is kept here.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "kind": {
      "anyOf": [
       {"$ref": "#/components/schemas/MediaKind"},
       {"type": "null"}
      ]
     },
     "mime_type": {"type": "string", "description": "What its content is, not what was said of it."},
     "file_name": {"type": "string", "description": "As it was given; no path."},
     "size": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "In bytes."
     },
     "sha256": {"type": "string", "description": "Hexadecimal, in lower case."},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "From then on it may be gone, unless a message waits to be sent with it; absent: it is kept."
     }
    },
    "required": ["created_at", "expires_at", "file_name", "id", "kind", "mime_type", "sha256", "size", "user_id"]
   },
   "MediaContent": {
    "type": "object",
    "description": "A file, by reference.",
    "properties": {
     "kind": {
      "anyOf": [
       {"$ref": "#/components/schemas/MediaKind"},
       {"type": "null"}
      ]
     },
     "media_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Of what was sent, or came in and was fetched: it may be gone since. 0: it is not here; of what came in FetchMedia gets\nit."
     },
     "caption": {"type": "string"},
     "file_name": {"type": "string"},
     "mime_type": {"type": "string"},
     "size": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "In bytes."
     },
     "duration_ms": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Of what plays."
     },
     "mentions": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Who is mentioned in the caption."
     },
     "sha256": {"type": "string", "description": "Hexadecimal, in lower case."}
    },
    "required": ["caption", "duration_ms", "file_name", "kind", "media_id", "mentions", "mime_type", "sha256", "size"]
   },
   "MediaCounts": {
    "type": "object",
    "description": "Files that came with messages or go out with them.",
    "properties": {
     "files": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "What lies on the disk: each content once."
     },
     "bytes": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "uploads": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Uploads that are begun and not finished, whether or not their streams are there."
     },
     "reserved_bytes": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Bytes that these may still take."
     }
    },
    "required": ["bytes", "files", "reserved_bytes", "uploads"]
   },
   "MediaKind": {
    "type": "string",
    "enum": ["image", "video", "audio", "voice", "document", "sticker"],
    "description": "What a file is sent as.\n\n- `voice`: A voice note."
   },
   "Message": {
    "type": "object",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "direction": {
      "anyOf": [
       {"$ref": "#/components/schemas/MessageDirection"},
       {"type": "null"}
      ]
     },
     "recipient": {"type": "string", "description": "`+` and digits, or a WhatsApp id. Empty for what came in."},
     "sender": {
      "type": "string",
      "description": "The same for what came in: the number, where it is known, else WhatsApp's own id. Empty for what goes out."
     },
     "text": {"$ref": "#/components/schemas/TextContent"},
     "content": {
      "type": "string",
      "description": "The content as plain text, whatever its kind: a text or an edit as it reads; a caption, else the file's name; a\nlocation's name, address and coordinates; the names on contact cards; a poll's question and options; a reaction's\nemoji. Empty for what deletes or takes back."
     },
     "status": {
      "anyOf": [
       {"$ref": "#/components/schemas/MessageStatus"},
       {"type": "null"}
      ]
     },
     "hold_reason": {
      "type": "string",
      "description": "Why a pending message waits: `session_not_connected`, `session_logged_out`, `no_bridge_credit`, `retry_backoff`,\n`behind_another`, `recipient_cold_restricted`, `pacing`, `recipient_gap`, `cold_budget`, `quiet_hours`, `engine_paused`,\n`storage_fault`; empty where nothing holds it."
     },
     "next_try_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When it is tried next, where that is known."
     },
     "attempts": {"type": "integer", "format": "int32", "description": "How often it was handed to a bridge."},
     "client_message_id": {"type": "string", "description": "Our id of it, made when it was accepted and kept over all attempts."},
     "provider_message_id": {"type": "string", "description": "WhatsApp's id of it, once known."},
     "reply_to_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The message that this one replies to; 0 = none."
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "error_code": {
      "type": "string",
      "description": "Why it failed, or OUTCOME_UNKNOWN where nobody knows what became of it: a reason of the error table."
     },
     "error_message": {"type": "string"},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "dispatched_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When it was first handed to a bridge, and so on for each state."
     },
     "submitted_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "sent_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "delivered_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "read_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "played_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "failed_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "timeline": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/TimelineEntry"},
      "description": "What happened to it, oldest first: the last 1,000. Only where GetMessage or a watcher asked for one message."
     },
     "media": {"$ref": "#/components/schemas/MediaContent"},
     "location": {"$ref": "#/components/schemas/LocationContent"},
     "contact": {"$ref": "#/components/schemas/ContactContent"},
     "poll": {"$ref": "#/components/schemas/PollContent"},
     "reaction": {"$ref": "#/components/schemas/ReactionContent"},
     "edit": {"$ref": "#/components/schemas/EditContent"},
     "delete": {"$ref": "#/components/schemas/DeleteContent"},
     "unknown": {"$ref": "#/components/schemas/UnknownContent", "description": "What came in and is none of these."},
     "chat": {
      "type": "string",
      "description": "The group or channel that it came in through. Empty for what came from its sender directly, and for what goes out."
     },
     "edited_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When its text was last replaced, by whoever sent it. What it reads is the newest."
     },
     "deleted_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When it was deleted for everyone. What it said is still there."
     },
     "reactions": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/Reaction"},
      "description": "Who reacted how, in the order in which they did; the last 500."
     },
     "sender_lid": {"type": "string", "description": "WhatsApp's own id of the sender (`digits@lid`), where it is known."}
    },
    "required": ["attempts", "chat", "client_message_id", "content", "created_at", "deleted_at", "delivered_at", "direction", "dispatched_at", "edited_at", "error_code", "error_message", "expires_at", "failed_at", "hold_reason", "id", "next_try_at", "played_at", "provider_message_id", "reactions", "read_at", "recipient", "reply_to_id", "scheduled_at", "sender", "sender_lid", "sent_at", "session_id", "status", "submitted_at", "timeline", "updated_at", "user_id"]
   },
   "MessageChange": {
    "type": "object",
    "properties": {
     "message": {
      "anyOf": [
       {"$ref": "#/components/schemas/Message"},
       {"type": "null"}
      ],
      "description": "The message as it is when the event is read, which may be later than the event. Absent where it is deleted."
     },
     "entry": {
      "anyOf": [
       {"$ref": "#/components/schemas/TimelineEntry"},
       {"type": "null"}
      ],
      "description": "What happened."
     }
    },
    "required": ["entry", "message"]
   },
   "MessageDescription": {
    "type": "object",
    "properties": {
     "name": {"type": "string"},
     "comment": {"type": "string"},
     "fields": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/FieldDescription"}
     }
    },
    "required": ["comment", "fields", "name"]
   },
   "MessageDirection": {
    "type": "string",
    "enum": ["outbound", "inbound"]
   },
   "MessageStatus": {
    "type": "string",
    "enum": ["scheduled", "pending", "dispatched", "submitted", "unknown", "sent", "delivered", "read", "played", "failed", "expired", "cancelled"],
    "description": "Where a message stands on its way.\n\n- `scheduled`: Waits for `scheduled_at`.\n- `pending`: Waits to be handed to a bridge; `hold_reason` says for what.\n- `dispatched`: Handed to a bridge.\n- `submitted`: The engine took it. It is not known to be sent yet.\n- `unknown`: Its bridge went away before saying what became of it. It is being found out; it is not sent again blindly.\n- `sent`: WhatsApp's server has it.\n- `delivered`: The recipient's device has it.\n- `played`: A voice note was listened to.\n- `failed`: Given up; `error_code` says why.\n- `expired`: `expires_at` came first. (Where an attempt may have gone out it is `failed`, OUTCOME_UNKNOWN.)"
   },
   "MethodDescription": {
    "type": "object",
    "properties": {
     "path": {"type": "string", "description": "`service/Method`, as rpcctl call takes it."},
     "comment": {"type": "string"},
     "request": {"type": "string", "description": "Full names of messages."},
     "response": {"type": "string"},
     "client_streaming": {"type": "boolean"},
     "server_streaming": {"type": "boolean"},
     "access": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/Access"}
     },
     "scope": {"type": "string", "description": "The scope that an API key needs, or empty."},
     "idempotent": {"type": "boolean"},
     "routes": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/RouteDescription"}
     }
    },
    "required": ["access", "client_streaming", "comment", "idempotent", "path", "request", "response", "routes", "scope", "server_streaming"]
   },
   "MethodSummary": {
    "type": "object",
    "properties": {
     "name": {"type": "string", "description": "Such as `SendText`."},
     "summary": {"type": "string", "description": "The first sentence of its comment."}
    },
    "required": ["name", "summary"]
   },
   "NumberCheck": {
    "type": "object",
    "description": "What WhatsApp said of a number.",
    "properties": {
     "phone_number": {"type": "string", "description": "`+` and digits."},
     "exists": {"type": "boolean", "description": "It has an account."},
     "lid": {
      "type": "string",
      "description": "WhatsApp's own id of the account, where it told one; it can be written to as well."
     },
     "checked_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When WhatsApp was asked."
     },
     "cached": {"type": "boolean", "description": "It was not asked again for this."}
    },
    "required": ["cached", "checked_at", "exists", "lid", "phone_number"]
   },
   "Overview": {
    "type": "object",
    "properties": {
     "users": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "How many the caller may see."
     },
     "api_keys": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Keys that are neither revoked nor expired."
     },
     "sessions": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "Sessions by state, such as `connected`."
     },
     "messages": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "Messages by state, such as `pending`: all that are kept."
     },
     "today": {
      "anyOf": [
       {"$ref": "#/components/schemas/UsageStats"},
       {"type": "null"}
      ],
      "description": "This UTC day so far."
     },
     "queue_depth": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Messages that wait to be sent."
     },
     "oldest_queued_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "The oldest message that waits was accepted then; absent: none waits."
     },
     "bridges": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Bridges attached. Only for an admin, else 0."
     }
    },
    "required": ["api_keys", "bridges", "messages", "oldest_queued_at", "queue_depth", "sessions", "today", "users"]
   },
   "PacingProfile": {
    "type": "string",
    "enum": ["fast", "careful"],
    "description": "How carefully a session sends.\n\n- `fast`: As fast as the bridge takes messages: for the simulator.\n- `careful`: Slowly and irregularly, as a person would: for real accounts. docs/OPERATIONS.md has the figures."
   },
   "PairingCode": {
    "type": "object",
    "description": "A code to be typed into the phone: Linked devices, Link with phone number instead.",
    "properties": {
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "code": {"type": "string"},
     "phone_number": {"type": "string"},
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time"
     }
    },
    "required": ["code", "expires_at", "phone_number", "session_id"]
   },
   "PollContent": {
    "type": "object",
    "properties": {
     "question": {"type": "string", "description": "1 to 255 characters."},
     "options": {
      "type": "array",
      "items": {"type": "string"},
      "description": "2 to 12, each of 1 to 100 characters, no two alike."
     },
     "selectable": {"type": "integer", "format": "int32", "description": "How many of them one may choose; 0: as many as one likes."}
    },
    "required": ["options", "question", "selectable"]
   },
   "Presence": {
    "type": "string",
    "enum": ["typing", "recording", "paused"],
    "description": "- `recording`: A voice note is being recorded.\n- `paused`: Neither any more."
   },
   "Principal": {
    "type": "object",
    "description": "A caller whose credentials were checked.",
    "properties": {
     "kind": {
      "anyOf": [
       {"$ref": "#/components/schemas/PrincipalKind"},
       {"type": "null"}
      ]
     },
     "user": {
      "anyOf": [
       {"$ref": "#/components/schemas/User"},
       {"type": "null"}
      ],
      "description": "Absent for the operator and for a bridge known by its uid."
     },
     "uid": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The peer's uid where the operating system vouches for it, else -1."
     },
     "key_prefix": {"type": "string", "description": "The prefix of the API key that was used, else empty."},
     "scopes": {
      "type": "array",
      "items": {"type": "string"},
      "description": "What the caller may do. A caller that is bound to no scope has all of its role's."
     },
     "limits": {
      "anyOf": [
       {"$ref": "#/components/schemas/PrincipalLimits"},
       {"type": "null"}
      ]
     }
    },
    "required": ["key_prefix", "kind", "limits", "scopes", "uid", "user"]
   },
   "PrincipalKind": {
    "type": "string",
    "enum": ["user", "api_key", "operator", "bridge"],
    "description": "- `user`: A user with an access token.\n- `api_key`: A program with an API key.\n- `operator`: A process on this machine whose uid is listed in `operator.uids`: an admin without a user row.\n- `bridge`: A bridge."
   },
   "PrincipalLimits": {
    "type": "object",
    "description": "How much the caller may do; 0 = no limit.",
    "properties": {
     "max_messages_per_day": {"type": "integer", "format": "int32"},
     "max_messages_per_minute": {"type": "integer", "format": "int32"}
    },
    "required": ["max_messages_per_day", "max_messages_per_minute"]
   },
   "QrCode": {
    "type": "object",
    "description": "A QR code to be scanned with the phone that is to be linked.",
    "properties": {
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "code": {"type": "string", "description": "The raw string."},
     "sequence": {"type": "integer", "format": "int32", "description": "Counts the codes of one linking, from 1."},
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time"
     }
    },
    "required": ["code", "expires_at", "sequence", "session_id"]
   },
   "Queue": {
    "type": "string",
    "enum": ["never"],
    "description": "What to do with a message whose session is not connected.\n\n- `never`: Refuse it: SESSION_NOT_CONNECTED."
   },
   "Reaction": {
    "type": "object",
    "description": "Somebody's reaction to a message.",
    "properties": {
     "sender": {"type": "string", "description": "Who; empty: the session's own account."},
     "emoji": {"type": "string"},
     "at": {
      "type": ["string", "null"],
      "format": "date-time"
     }
    },
    "required": ["at", "emoji", "sender"]
   },
   "ReactionContent": {
    "type": "object",
    "properties": {
     "message_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "The message concerned; 0: one that is not known here."
     },
     "emoji": {"type": "string", "description": "Empty: the reaction is taken back."}
    },
    "required": ["emoji", "message_id"]
   },
   "RefreshRequest": {
    "type": "object",
    "properties": {
     "refresh": {"type": "string"}
    },
    "additionalProperties": false,
    "required": ["refresh"]
   },
   "RefreshResponse": {
    "type": "object",
    "properties": {
     "access": {"type": "string", "description": "A JWT for `authorization: Bearer …`."},
     "refresh": {"type": "string", "description": "Takes the place of the token that was exchanged."},
     "expires_in": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "How long `access` is good for, in seconds."
     }
    },
    "required": ["access", "expires_in", "refresh"]
   },
   "ReplayDeliveriesRequestBody": {
    "type": "object",
    "properties": {
     "delivery_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "One delivery. Excludes `since`."
     },
     "since": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "All that were given up since."
     }
    },
    "additionalProperties": false
   },
   "ReplayDeliveriesResponse": {
    "type": "object",
    "properties": {
     "replayed": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     }
    },
    "required": ["replayed"]
   },
   "RequestPairingCodeRequestBody": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's."
     },
     "phone_number": {
      "type": "string",
      "description": "Of the phone that is to be linked: `+` and digits.",
      "examples": ["+491701234567"]
     }
    },
    "additionalProperties": false,
    "required": ["phone_number"]
   },
   "Resolution": {
    "type": "string",
    "enum": ["sent", "failed", "resend"],
    "description": "What became of a message whose outcome was not known.\n\n- `sent`: It went out.\n- `failed`: It did not, and shall not.\n- `resend`: It is to be sent again, at the risk of sending it twice where the engine does not take our id."
   },
   "ResolveMessageRequestBody": {
    "type": "object",
    "properties": {
     "resolution": {
      "$ref": "#/components/schemas/Resolution",
      "examples": ["sent"]
     }
    },
    "additionalProperties": false,
    "required": ["resolution"]
   },
   "RestartSessionRequestBody": {
    "type": "object",
    "properties": {
     "session": {
      "type": ["string", "null"],
      "description": "The name; empty: `default`, else the only one."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose; 0 = the caller's."
     }
    },
    "additionalProperties": false
   },
   "RetryMessageRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "Role": {
    "type": "string",
    "enum": ["admin", "user"],
    "description": "What a user may do.\n\n- `admin`: Sees and touches everything.\n- `user`: Sees and touches only what is theirs."
   },
   "RotateKeyRequestBody": {
    "type": "object",
    "properties": {
     "prefix": {
      "type": ["string", "null"],
      "description": "With or without `sbk_`."
     },
     "overlap": {
      "type": ["string", "null"],
      "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?s$",
      "description": "How long the old key lives on, at most 30 days. Absent: it ends at once."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "The same key and body within 24 hours makes no second successor."
     }
    },
    "additionalProperties": false
   },
   "RotateKeyResponse": {
    "type": "object",
    "properties": {
     "api_key": {
      "anyOf": [
       {"$ref": "#/components/schemas/ApiKey"},
       {"type": "null"}
      ],
      "description": "The successor; `rotated_from` is the old key."
     },
     "secret": {"type": "string", "description": "`sbk_…`, shown this once."}
    },
    "required": ["api_key", "secret"]
   },
   "RotateSecretKeyRequest": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "RotateSecretKeyResponse": {
    "type": "object",
    "properties": {
     "key_id": {"type": "string", "description": "The name of the new key."},
     "resealed": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "How many secrets were sealed anew."
     },
     "unreadable": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "How many could not be opened, and are left as they were."
     }
    },
    "required": ["key_id", "resealed", "unreadable"]
   },
   "RotateSigningKeyRequest": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "RotateSigningKeyResponse": {
    "type": "object",
    "properties": {
     "key_id": {"type": "string", "description": "`kid` of the tokens that are made from now on."},
     "former_key_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when tokens of the former key are still good."
     }
    },
    "required": ["former_key_until", "key_id"]
   },
   "RotateWebhookSecretRequestBody": {
    "type": "object",
    "properties": {
     "overlap": {
      "type": ["string", "null"],
      "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?s$",
      "description": "How long the old secret signs too, at most 30 days. Absent: 24 hours. 0: not at all."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "The same key and body within 24 hours makes no second secret."
     }
    },
    "additionalProperties": false
   },
   "RotateWebhookSecretResponse": {
    "type": "object",
    "properties": {
     "webhook": {
      "anyOf": [
       {"$ref": "#/components/schemas/Webhook"},
       {"type": "null"}
      ]
     },
     "secret": {"type": "string", "description": "`whsec_…`, shown this once."}
    },
    "required": ["secret", "webhook"]
   },
   "RouteDescription": {
    "type": "object",
    "description": "How HTTP reaches a method.",
    "properties": {
     "method": {"type": "string", "description": "Such as `POST`."},
     "path": {"type": "string", "description": "Such as `/api/v1/users/{id}`."},
     "body": {"type": "string", "description": "The field that the body fills: `*` all of them, empty none."}
    },
    "required": ["body", "method", "path"]
   },
   "RunJobRequestBody": {
    "type": "object",
    "properties": {
     "wait": {
      "type": ["boolean", "null"],
      "description": "Answer when the run has ended, instead of at once. Where the call's deadline passes before that, the job goes on."
     }
    },
    "additionalProperties": false
   },
   "SendContactRequest": {
    "type": "object",
    "properties": {
     "recipient": {
      "type": "string",
      "description": "`+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.",
      "examples": ["+491701234567"]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The session's name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: 24 hours after it was to be sent."
     },
     "reply_to_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A message of the same session to quote; 0 = none."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose session; 0 = the caller's. The operator must say."
     },
     "contacts": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/ContactCardInput"},
      "description": "1 to 50, 64 KiB in all.",
      "examples": [[{"display_name": "Ada Lovelace", "phone_numbers": ["+491701234568"]}]]
     }
    },
    "additionalProperties": false,
    "required": ["recipient", "contacts"]
   },
   "SendLocationRequest": {
    "type": "object",
    "properties": {
     "recipient": {
      "type": "string",
      "description": "`+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.",
      "examples": ["+491701234567"]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The session's name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: 24 hours after it was to be sent."
     },
     "reply_to_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A message of the same session to quote; 0 = none."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose session; 0 = the caller's. The operator must say."
     },
     "latitude": {
      "type": "number",
      "format": "double",
      "description": "Degrees, -90 to 90. Must be there.",
      "examples": [52.5163]
     },
     "longitude": {
      "type": "number",
      "format": "double",
      "description": "Degrees, -180 to 180. Must be there.",
      "examples": [13.3777]
     },
     "name": {
      "type": ["string", "null"],
      "description": "Up to 256 characters.",
      "examples": ["Brandenburg Gate"]
     },
     "address": {
      "type": ["string", "null"],
      "description": "Up to 1,024 characters.",
      "examples": ["Pariser Platz, Berlin"]
     }
    },
    "additionalProperties": false,
    "required": ["recipient", "latitude", "longitude"]
   },
   "SendMediaRequest": {
    "type": "object",
    "properties": {
     "recipient": {
      "type": "string",
      "description": "`+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.",
      "examples": ["+491701234567"]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The session's name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: 24 hours after it was to be sent."
     },
     "reply_to_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A message of the same session to quote; 0 = none."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose session; 0 = the caller's. The operator must say."
     },
     "kind": {
      "anyOf": [
       {"$ref": "#/components/schemas/MediaKind"},
       {"type": "null"}
      ],
      "description": "Unspecified: what it was uploaded as.",
      "examples": ["document"]
     },
     "media_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A file of the session's owner, from UploadMedia; excludes `media_url`.",
      "examples": [7]
     },
     "media_url": {
      "type": ["string", "null"],
      "description": "`https://…` or `http://…`: fetched before the message is accepted, within the call's deadline, and kept as a file of the\nsession's owner then. Public addresses only, also where a redirect leads."
     },
     "caption": {
      "type": ["string", "null"],
      "description": "Up to 1,024 characters; of images, videos and documents alone.",
      "examples": ["Your invoice"]
     },
     "file_name": {
      "type": ["string", "null"],
      "description": "What the recipient sees it called; empty: as it was uploaded.",
      "examples": ["invoice.pdf"]
     },
     "mentions": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "Who is mentioned in the caption, as in SendTextRequest."
     }
    },
    "additionalProperties": false,
    "required": ["recipient"]
   },
   "SendPollRequest": {
    "type": "object",
    "properties": {
     "recipient": {
      "type": "string",
      "description": "`+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.",
      "examples": ["+491701234567"]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The session's name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: 24 hours after it was to be sent."
     },
     "reply_to_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A message of the same session to quote; 0 = none."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose session; 0 = the caller's. The operator must say."
     },
     "question": {
      "type": "string",
      "description": "1 to 255 characters.",
      "examples": ["When may we come?"]
     },
     "options": {
      "type": "array",
      "items": {"type": "string"},
      "description": "2 to 12, each of 1 to 100 characters, no two alike.",
      "examples": [["In the morning", "In the afternoon"]]
     },
     "selectable": {
      "type": ["integer", "null"],
      "format": "int32",
      "description": "How many of them one may choose; 0: as many as one likes.",
      "examples": [1]
     }
    },
    "additionalProperties": false,
    "required": ["recipient", "question", "options"]
   },
   "SendReactionRequest": {
    "type": "object",
    "properties": {
     "message_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A message of either direction that WhatsApp has.",
      "examples": [17]
     },
     "emoji": {
      "type": ["string", "null"],
      "description": "One emoji; empty: the reaction is taken back.",
      "examples": ["👍"]
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: 24 hours after it was to be sent."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     }
    },
    "additionalProperties": false,
    "required": ["message_id"]
   },
   "SendTextRequest": {
    "type": "object",
    "properties": {
     "recipient": {
      "type": "string",
      "description": "`+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.",
      "examples": ["+491701234567"]
     },
     "message": {
      "type": ["string", "null"],
      "description": "1 byte to 64 KiB. Excludes `template_id`.",
      "examples": ["Your order 17 is on its way."]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The session's name; empty: `default`, else the only one.",
      "examples": ["default"]
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "queue": {
      "anyOf": [
       {"$ref": "#/components/schemas/Queue"},
       {"type": "null"}
      ],
      "examples": ["never"]
     },
     "scheduled_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent or past: now.",
      "examples": ["2030-01-31T12:00:00Z"]
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: 24 hours after it was to be sent."
     },
     "reply_to_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A message of the same session to quote; 0 = none."
     },
     "idempotency_key": {
      "type": ["string", "null"],
      "description": "1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose session; 0 = the caller's. The operator must say."
     },
     "mentions": {
      "type": ["array", "null"],
      "items": {"type": "string"},
      "description": "Who is mentioned, up to 1,024: `+` and digits, or WhatsApp ids of people. Each must stand in the text as `@` and the\ndigits.",
      "examples": [[]]
     },
     "link_preview": {
      "anyOf": [
       {"$ref": "#/components/schemas/LinkPreview"},
       {"type": "null"}
      ]
     },
     "template_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "A template of the session's owner, whose text is filled in and sent as `message` would be; 0 = none."
     },
     "variables": {
      "type": ["object", "null"],
      "additionalProperties": {"type": "string"},
      "description": "A value for each of the template's variables, and for nothing else: what is missing or unknown is refused by name."
     }
    },
    "additionalProperties": false,
    "required": ["recipient"]
   },
   "ServiceDescription": {
    "type": "object",
    "properties": {
     "name": {"type": "string"},
     "comment": {"type": "string"},
     "methods": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/MethodDescription"}
     }
    },
    "required": ["comment", "methods", "name"]
   },
   "ServiceSummary": {
    "type": "object",
    "properties": {
     "name": {"type": "string", "description": "Such as `switchboard.v1.MessagesService`."},
     "summary": {"type": "string", "description": "The first sentence of its comment."},
     "methods": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/MethodSummary"}
     }
    },
    "required": ["methods", "name", "summary"]
   },
   "Session": {
    "type": "object",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "name": {"type": "string", "description": "Unique among its owner's: a letter, then up to 63 letters, digits, `_` or `-`."},
     "status": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionStatus"},
       {"type": "null"}
      ]
     },
     "status_reason": {
      "type": "string",
      "description": "Why it is where it is, such as `bridge_lost`, `no_bridge`, `requested`; empty where the status says all."
     },
     "engine": {
      "type": "string",
      "description": "What carries it, such as `simulator`, `baileys`, `whatsapp-web.js`. A session stays with its engine. Empty until a\nbridge has taken it up."
     },
     "phone_number": {"type": "string", "description": "Digits with a leading `+`, once linked."},
     "lid": {"type": "string", "description": "WhatsApp's own id of the account, once known."},
     "qr_expires_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "connected_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_active_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_error": {"type": "string"},
     "bridge": {"type": "string", "description": "The name of the bridge that carries it, or empty."},
     "epoch": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Rises each time it is handed to a bridge: the fencing token."
     },
     "settings": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionSettings"},
       {"type": "null"}
      ]
     },
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "pacing": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionPacing"},
       {"type": "null"}
      ],
      "description": "What it may still send and what holds it back, where it sends carefully: as GetSession and GetSessionStatus saw it.\nAbsent elsewhere."
     }
    },
    "required": ["bridge", "connected_at", "created_at", "engine", "epoch", "id", "last_active_at", "last_error", "lid", "name", "pacing", "phone_number", "qr_expires_at", "settings", "status", "status_reason", "updated_at", "user_id"]
   },
   "SessionChange": {
    "type": "object",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "name": {"type": "string", "description": "Unique among its owner's: a letter, then up to 63 letters, digits, `_` or `-`."},
     "status": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionStatus"},
       {"type": "null"}
      ]
     },
     "status_reason": {
      "type": "string",
      "description": "Why it is where it is, such as `bridge_lost`, `no_bridge`, `requested`; empty where the status says all."
     },
     "engine": {
      "type": "string",
      "description": "What carries it, such as `simulator`, `baileys`, `whatsapp-web.js`. A session stays with its engine. Empty until a\nbridge has taken it up."
     },
     "phone_number": {"type": "string", "description": "Digits with a leading `+`, once linked."},
     "lid": {"type": "string", "description": "WhatsApp's own id of the account, once known."},
     "qr_expires_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "connected_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_active_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_error": {"type": "string"},
     "bridge": {"type": "string", "description": "The name of the bridge that carries it, or empty."},
     "epoch": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Rises each time it is handed to a bridge: the fencing token."
     },
     "settings": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionSettingsChange"},
       {"type": "null"}
      ]
     },
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "pacing": {
      "anyOf": [
       {"$ref": "#/components/schemas/SessionPacingChange"},
       {"type": "null"}
      ],
      "description": "What it may still send and what holds it back, where it sends carefully: as GetSession and GetSessionStatus saw it.\nAbsent elsewhere."
     }
    },
    "additionalProperties": false
   },
   "SessionPacing": {
    "type": "object",
    "description": "How a session that sends carefully stands.",
    "properties": {
     "profile": {
      "anyOf": [
       {"$ref": "#/components/schemas/PacingProfile"},
       {"type": "null"}
      ],
      "description": "What its settings and its engine come to."
     },
     "next_send_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When it may send next; absent: now."
     },
     "hold_reason": {
      "type": "string",
      "description": "Why not before: `pacing`, `quiet_hours`, `engine_paused`; empty: it may send now."
     },
     "minute_left": {"type": "integer", "format": "int32", "description": "What may still go out in the minute that ends now, and in the hour."},
     "hour_left": {"type": "integer", "format": "int32"},
     "cold_left": {
      "type": "integer",
      "format": "int32",
      "description": "What may still go out today (UTC) to those who did not write in the last 24 hours, and of how many."
     },
     "cold_budget": {"type": "integer", "format": "int32"},
     "cold_stopped_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when WhatsApp lets it write to none of them."
     },
     "paused_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when it rests after failures of its engine."
     },
     "ramp_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when it comes to its pace after it connected."
     },
     "failures": {"type": "integer", "format": "int32", "description": "Engine failures in a row; five pause it."}
    },
    "required": ["cold_budget", "cold_left", "cold_stopped_until", "failures", "hold_reason", "hour_left", "minute_left", "next_send_at", "paused_until", "profile", "ramp_until"]
   },
   "SessionPacingChange": {
    "type": "object",
    "description": "How a session that sends carefully stands.",
    "properties": {
     "profile": {
      "anyOf": [
       {"$ref": "#/components/schemas/PacingProfile"},
       {"type": "null"}
      ],
      "description": "What its settings and its engine come to."
     },
     "next_send_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When it may send next; absent: now."
     },
     "hold_reason": {
      "type": "string",
      "description": "Why not before: `pacing`, `quiet_hours`, `engine_paused`; empty: it may send now."
     },
     "minute_left": {"type": "integer", "format": "int32", "description": "What may still go out in the minute that ends now, and in the hour."},
     "hour_left": {"type": "integer", "format": "int32"},
     "cold_left": {
      "type": "integer",
      "format": "int32",
      "description": "What may still go out today (UTC) to those who did not write in the last 24 hours, and of how many."
     },
     "cold_budget": {"type": "integer", "format": "int32"},
     "cold_stopped_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when WhatsApp lets it write to none of them."
     },
     "paused_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when it rests after failures of its engine."
     },
     "ramp_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until when it comes to its pace after it connected."
     },
     "failures": {"type": "integer", "format": "int32", "description": "Engine failures in a row; five pause it."}
    },
    "additionalProperties": false
   },
   "SessionSettings": {
    "type": "object",
    "properties": {
     "pacing": {
      "anyOf": [
       {"$ref": "#/components/schemas/PacingProfile"},
       {"type": "null"}
      ],
      "description": "Unspecified: `fast` where the engine is the simulator, `careful` elsewhere.",
      "examples": ["careful"]
     },
     "quiet_hours": {
      "type": "string",
      "description": "Hours in which nothing is sent, by the clocks of a time zone: `22:00-07:00 Europe/Berlin`, `21:30-06:00 +05:30`; no\nzone: UTC. For sessions that send carefully. Empty: none.",
      "examples": ["22:00-07:00 Europe/Berlin"]
     }
    },
    "required": ["pacing", "quiet_hours"]
   },
   "SessionSettingsChange": {
    "type": "object",
    "properties": {
     "pacing": {
      "anyOf": [
       {"$ref": "#/components/schemas/PacingProfile"},
       {"type": "null"}
      ],
      "description": "Unspecified: `fast` where the engine is the simulator, `careful` elsewhere.",
      "examples": ["careful"]
     },
     "quiet_hours": {
      "type": "string",
      "description": "Hours in which nothing is sent, by the clocks of a time zone: `22:00-07:00 Europe/Berlin`, `21:30-06:00 +05:30`; no\nzone: UTC. For sessions that send carefully. Empty: none.",
      "examples": ["22:00-07:00 Europe/Berlin"]
     }
    },
    "additionalProperties": false
   },
   "SessionSettingsInput": {
    "type": "object",
    "properties": {
     "pacing": {
      "anyOf": [
       {"$ref": "#/components/schemas/PacingProfile"},
       {"type": "null"}
      ],
      "description": "Unspecified: `fast` where the engine is the simulator, `careful` elsewhere.",
      "examples": ["careful"]
     },
     "quiet_hours": {
      "type": ["string", "null"],
      "description": "Hours in which nothing is sent, by the clocks of a time zone: `22:00-07:00 Europe/Berlin`, `21:30-06:00 +05:30`; no\nzone: UTC. For sessions that send carefully. Empty: none.",
      "examples": ["22:00-07:00 Europe/Berlin"]
     }
    },
    "additionalProperties": false
   },
   "SessionStatus": {
    "type": "string",
    "enum": ["created", "starting", "qr_pending", "authenticated", "connected", "paused", "disconnected", "logged_out", "conflict", "restricted", "failed"],
    "description": "Where a session is. Every state that waits has a deadline and an exit.\n\n- `created`: Made, never started.\n- `starting`: Handed to a bridge, or waiting for one.\n- `qr_pending`: A QR code waits to be scanned.\n- `authenticated`: Scanned; WhatsApp is setting the device up.\n- `connected`: Linked and online: it sends and receives.\n- `paused`: Held back by its own pacing or by an operator.\n- `disconnected`: Not carried just now; credentials are kept.\n- `logged_out`: The link was ended, here or on the phone; a new scan is needed.\n- `conflict`: The same account is in use elsewhere.\n- `restricted`: WhatsApp restricts the account.\n- `failed`: It could not be started; `last_error` says why."
   },
   "SetPasswordRequestBody": {
    "type": "object",
    "properties": {
     "password": {
      "type": "string",
      "description": "8 to 1,024 bytes.",
      "examples": ["correct horse battery"]
     }
    },
    "additionalProperties": false,
    "required": ["password"]
   },
   "SetPasswordResponse": {
    "type": "object",
    "description": "The user, in the fields of User, and what their new password has not ended.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "username": {"type": "string"},
     "email": {"type": "string"},
     "role": {
      "anyOf": [
       {"$ref": "#/components/schemas/Role"},
       {"type": "null"}
      ]
     },
     "is_active": {"type": "boolean"},
     "max_messages_per_day": {"type": "integer", "format": "int32"},
     "max_messages_per_minute": {"type": "integer", "format": "int32"},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {"type": "string"},
     "api_keys": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/ApiKey"},
      "description": "Their keys that still open something, newest first, 200 at most."
     }
    },
    "required": ["api_keys", "created_at", "email", "etag", "id", "is_active", "max_messages_per_day", "max_messages_per_minute", "role", "updated_at", "username"]
   },
   "SetPresenceRequest": {
    "type": "object",
    "properties": {
     "recipient": {
      "type": "string",
      "description": "`+` and digits, or a WhatsApp id; no channel.",
      "examples": ["+491701234567"]
     },
     "presence": {
      "$ref": "#/components/schemas/Presence",
      "examples": ["typing"]
     },
     "session": {
      "type": ["string", "null"],
      "description": "The session's name; empty: `default`, else the only one."
     },
     "session_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Excludes `session`."
     },
     "user_id": {
      "type": ["integer", "null"],
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Whose session; 0 = the caller's. The operator must say."
     }
    },
    "additionalProperties": false,
    "required": ["recipient", "presence"]
   },
   "SignIn": {
    "type": "object",
    "description": "One sign-in of a user: from Login until its end, with all the tokens that followed from it.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "address": {"type": "string", "description": "Where it came from."},
     "is_current": {"type": "boolean", "description": "Whether it is the one that this call is made with."},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "refreshed_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When its tokens were renewed the last time."
     },
     "expires_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When it runs out, unless its tokens are renewed before."
     },
     "ended_at": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Absent: it goes on."
     },
     "ended_reason": {
      "type": "string",
      "description": "Why it ended: `logout`, `password`, `deactivated`, `reused` (a refresh token was used twice), `ended` (by EndSignIn)."
     }
    },
    "required": ["address", "created_at", "ended_at", "ended_reason", "expires_at", "id", "is_current", "refreshed_at", "user_id"]
   },
   "SystemStatus": {
    "type": "object",
    "properties": {
     "version": {"type": "string"},
     "pid": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "started_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "uptime_seconds": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "listeners": {
      "type": "array",
      "items": {"type": "string"},
      "description": "What is bound, such as `unix:/run/switchboard/rpcd.sock`."
     },
     "limits": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "The limits in force, by name."
     },
     "live": {
      "anyOf": [
       {"$ref": "#/components/schemas/LiveCounts"},
       {"type": "null"}
      ]
     },
     "messages": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "Messages by state, such as `pending`."
     },
     "sessions": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "Sessions by state."
     },
     "refused": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "How often each limit refused a call, turned a connection away or cut one, since the start; those of HTTP begin with\n`http_`."
     },
     "integrity": {
      "anyOf": [
       {"$ref": "#/components/schemas/IntegrityStatus"},
       {"type": "null"}
      ],
      "description": "Of the last check of the whole database; absent before the first."
     },
     "failing_jobs": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Jobs whose last run failed."
     },
     "dropped_facts": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "What bridges told since the start that was confirmed and changed nothing, by why: `old_epoch`, `not_held`,\n`unknown_message`, `malformed`, `unwritable`."
     },
     "webhook_tries": {
      "type": "object",
      "additionalProperties": {
       "type": "integer",
       "format": "int64",
       "minimum": -9007199254740991,
       "maximum": 9007199254740991
      },
      "description": "What became of tries to deliver to webhooks since the start: `delivered`, `failed`, `dead`, `lost`."
     },
     "webhook_oldest": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "When what waits longest for a webhook happened; absent: nothing waits."
     },
     "media": {
      "anyOf": [
       {"$ref": "#/components/schemas/MediaCounts"},
       {"type": "null"}
      ]
     }
    },
    "required": ["dropped_facts", "failing_jobs", "integrity", "limits", "listeners", "live", "media", "messages", "pid", "refused", "sessions", "started_at", "uptime_seconds", "version", "webhook_oldest", "webhook_tries"]
   },
   "Template": {
    "type": "object",
    "description": "A text with variables: `{{name}}` stands for a value that each message brings along.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "name": {"type": "string", "description": "A letter, then up to 63 letters, digits, `_` and `-`. Unique among its owner's."},
     "description": {"type": "string", "description": "Up to 200 characters, for people."},
     "text": {
      "type": "string",
      "description": "1 byte to 64 KiB. A variable is a letter or `_` and up to 63 letters, digits and `_` between `{{` and `}}`, spaces\naround it allowed; up to 64 of them, each as often as one likes. `{{` means nothing else."
     },
     "variables": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Those in the text, in the order in which they first stand there. Read from it, and not to be set."
     },
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {
      "type": "string",
      "description": "Another one after each change. Given back with a change, the change is made only if nobody else was quicker\n(ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back."
     }
    },
    "required": ["created_at", "description", "etag", "id", "name", "text", "updated_at", "user_id", "variables"]
   },
   "TemplateChange": {
    "type": "object",
    "description": "A text with variables: `{{name}}` stands for a value that each message brings along.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "name": {"type": "string", "description": "A letter, then up to 63 letters, digits, `_` and `-`. Unique among its owner's."},
     "description": {"type": "string", "description": "Up to 200 characters, for people."},
     "text": {
      "type": "string",
      "description": "1 byte to 64 KiB. A variable is a letter or `_` and up to 63 letters, digits and `_` between `{{` and `}}`, spaces\naround it allowed; up to 64 of them, each as often as one likes. `{{` means nothing else."
     },
     "variables": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Those in the text, in the order in which they first stand there. Read from it, and not to be set."
     },
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {
      "type": "string",
      "description": "Another one after each change. Given back with a change, the change is made only if nobody else was quicker\n(ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back."
     }
    },
    "additionalProperties": false
   },
   "TestWebhookRequestBody": {
    "type": "object",
    "properties": {},
    "additionalProperties": false
   },
   "TestWebhookResponse": {
    "type": "object",
    "properties": {
     "is_delivered": {"type": "boolean"},
     "status": {"type": "integer", "format": "int32", "description": "0 = there was no answer."},
     "error": {"type": "string", "description": "How it failed; empty: it did not."},
     "message_id": {"type": "string", "description": "`webhook-id` of what was posted."},
     "latency_ms": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     }
    },
    "required": ["error", "is_delivered", "latency_ms", "message_id", "status"]
   },
   "TextContent": {
    "type": "object",
    "properties": {
     "body": {"type": "string", "description": "1 byte to 64 KiB."},
     "mentions": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Who is mentioned: `+` and digits, or WhatsApp ids. Each stands in the text as `@` and the digits."
     },
     "link_preview": {
      "anyOf": [
       {"$ref": "#/components/schemas/LinkPreview"},
       {"type": "null"}
      ]
     }
    },
    "required": ["body", "link_preview", "mentions"]
   },
   "TimelineEntry": {
    "type": "object",
    "description": "One thing that happened to a message.",
    "properties": {
     "at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "from": {
      "anyOf": [
       {"$ref": "#/components/schemas/MessageStatus"},
       {"type": "null"}
      ],
      "description": "The state before; unspecified for the first entry."
     },
     "to": {
      "anyOf": [
       {"$ref": "#/components/schemas/MessageStatus"},
       {"type": "null"}
      ],
      "description": "The state after; the same as `from` where only the reason to hold it changed."
     },
     "cause": {
      "type": "string",
      "description": "What brought it about, such as `accepted`, `handed_to_bridge`, `bridge_lost`, `ack`."
     },
     "attempt": {"type": "integer", "format": "int32", "description": "Which attempt it belongs to; 0 = none."},
     "bridge": {"type": "string", "description": "The bridge concerned, or empty."},
     "reason": {"type": "string", "description": "A reason of the error table, or empty."},
     "engine_code": {"type": "string", "description": "What the engine said, word for word, or empty."},
     "detail": {"type": "string", "description": "In words, where there is more to say."}
    },
    "required": ["at", "attempt", "bridge", "cause", "detail", "engine_code", "from", "reason", "to"]
   },
   "UnknownContent": {
    "type": "object",
    "properties": {
     "kind": {"type": "string", "description": "What its engine calls it."},
     "text": {"type": "string"}
    },
    "required": ["kind", "text"]
   },
   "UsageStats": {
    "type": "object",
    "properties": {
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "0 in a sum over several users."
     },
     "date": {"type": "string", "description": "UTC, `YYYY-MM-DD`."},
     "messages_sent": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Messages that WhatsApp's server took on that day."
     },
     "messages_failed": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "messages_received": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "media_sent": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "api_requests": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "messages_accepted": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Messages accepted on that day: what the daily limit counts."
     }
    },
    "required": ["api_requests", "date", "media_sent", "messages_accepted", "messages_failed", "messages_received", "messages_sent", "user_id"]
   },
   "User": {
    "type": "object",
    "description": "Somebody who owns keys, sessions and messages.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "username": {"type": "string", "description": "Unique, whatever its case and Unicode form."},
     "email": {"type": "string"},
     "role": {
      "anyOf": [
       {"$ref": "#/components/schemas/Role"},
       {"type": "null"}
      ]
     },
     "is_active": {"type": "boolean", "description": "An inactive user can neither sign in nor use a key."},
     "max_messages_per_day": {"type": "integer", "format": "int32", "description": "Messages accepted in a UTC day; 0 = no limit."},
     "max_messages_per_minute": {"type": "integer", "format": "int32", "description": "Messages accepted in a minute; 0 = no limit."},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {
      "type": "string",
      "description": "Another one after each change. Given back with a change, the change is made only if nobody else was quicker\n(ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back."
     }
    },
    "required": ["created_at", "email", "etag", "id", "is_active", "max_messages_per_day", "max_messages_per_minute", "role", "updated_at", "username"]
   },
   "UserChange": {
    "type": "object",
    "description": "Somebody who owns keys, sessions and messages.",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "username": {"type": "string", "description": "Unique, whatever its case and Unicode form."},
     "email": {"type": "string"},
     "role": {
      "anyOf": [
       {"$ref": "#/components/schemas/Role"},
       {"type": "null"}
      ]
     },
     "is_active": {"type": "boolean", "description": "An inactive user can neither sign in nor use a key."},
     "max_messages_per_day": {"type": "integer", "format": "int32", "description": "Messages accepted in a UTC day; 0 = no limit."},
     "max_messages_per_minute": {"type": "integer", "format": "int32", "description": "Messages accepted in a minute; 0 = no limit."},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {
      "type": "string",
      "description": "Another one after each change. Given back with a change, the change is made only if nobody else was quicker\n(ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back."
     }
    },
    "additionalProperties": false
   },
   "Webhook": {
    "type": "object",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "url": {"type": "string", "description": "`https://…`; `http://…` only where `webhooks.allow-private` is set."},
     "description": {"type": "string", "description": "Up to 200 characters, for people."},
     "types": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all."
     },
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Only this session's; 0 = any. With the session the webhook is deleted."
     },
     "headers": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/WebhookHeader"},
      "description": "Sent with each post. In answers without their values, which are kept secret."
     },
     "is_active": {
      "type": "boolean",
      "description": "Whether it is delivered to. What happens meanwhile is delivered when it is active again, as far as it is kept."
     },
     "inactive_reason": {
      "type": "string",
      "description": "Why it is not active, or cannot be delivered to: `gone` (it answered 410), `no_secret` (its secret cannot be read:\nrotate it), `no_headers` (its headers cannot be read: set them anew, or none), `no_url` (its URL is one that is not\ntaken any more). Empty: somebody wants it so, or it is active."
     },
     "former_secret_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until then what is posted is signed with the secret before as well; absent: there is none."
     },
     "waiting": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Waits for another try."
     },
     "dead": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Was given up; ReplayDeliveries tries it again."
     },
     "lost": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "What happened while it was behind and is not kept any more: it was never posted."
     },
     "delivered": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Arrived so far."
     },
     "last_success_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_failure_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_error": {"type": "string", "description": "How the last failed try failed."},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {"type": "string"}
    },
    "required": ["created_at", "dead", "delivered", "description", "etag", "former_secret_until", "headers", "id", "inactive_reason", "is_active", "last_error", "last_failure_at", "last_success_at", "lost", "session_id", "types", "updated_at", "url", "user_id", "waiting"]
   },
   "WebhookChange": {
    "type": "object",
    "properties": {
     "id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "user_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991
     },
     "url": {"type": "string", "description": "`https://…`; `http://…` only where `webhooks.allow-private` is set."},
     "description": {"type": "string", "description": "Up to 200 characters, for people."},
     "types": {
      "type": "array",
      "items": {"type": "string"},
      "description": "Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all."
     },
     "session_id": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Only this session's; 0 = any. With the session the webhook is deleted."
     },
     "headers": {
      "type": "array",
      "items": {"$ref": "#/components/schemas/WebhookHeaderChange"},
      "description": "Sent with each post. In answers without their values, which are kept secret."
     },
     "is_active": {
      "type": "boolean",
      "description": "Whether it is delivered to. What happens meanwhile is delivered when it is active again, as far as it is kept."
     },
     "inactive_reason": {
      "type": "string",
      "description": "Why it is not active, or cannot be delivered to: `gone` (it answered 410), `no_secret` (its secret cannot be read:\nrotate it), `no_headers` (its headers cannot be read: set them anew, or none), `no_url` (its URL is one that is not\ntaken any more). Empty: somebody wants it so, or it is active."
     },
     "former_secret_until": {
      "type": ["string", "null"],
      "format": "date-time",
      "description": "Until then what is posted is signed with the secret before as well; absent: there is none."
     },
     "waiting": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Waits for another try."
     },
     "dead": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Was given up; ReplayDeliveries tries it again."
     },
     "lost": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "What happened while it was behind and is not kept any more: it was never posted."
     },
     "delivered": {
      "type": "integer",
      "format": "int64",
      "minimum": -9007199254740991,
      "maximum": 9007199254740991,
      "description": "Arrived so far."
     },
     "last_success_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_failure_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "last_error": {"type": "string", "description": "How the last failed try failed."},
     "created_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "updated_at": {
      "type": ["string", "null"],
      "format": "date-time"
     },
     "etag": {"type": "string"}
    },
    "additionalProperties": false
   },
   "WebhookHeader": {
    "type": "object",
    "properties": {
     "name": {
      "type": "string",
      "description": "Not `webhook-…`, nor one that HTTP or the server sets itself.",
      "examples": ["X-Shop"]
     },
     "value": {
      "type": "string",
      "description": "Printable ASCII. Empty in answers.",
      "examples": ["17"]
     }
    },
    "required": ["name", "value"]
   },
   "WebhookHeaderChange": {
    "type": "object",
    "properties": {
     "name": {
      "type": "string",
      "description": "Not `webhook-…`, nor one that HTTP or the server sets itself.",
      "examples": ["X-Shop"]
     },
     "value": {
      "type": "string",
      "description": "Printable ASCII. Empty in answers.",
      "examples": ["17"]
     }
    },
    "additionalProperties": false
   },
   "WebhookHeaderInput": {
    "type": "object",
    "properties": {
     "name": {
      "type": "string",
      "description": "Not `webhook-…`, nor one that HTTP or the server sets itself.",
      "examples": ["X-Shop"]
     },
     "value": {
      "type": ["string", "null"],
      "description": "Printable ASCII. Empty in answers.",
      "examples": ["17"]
     }
    },
    "additionalProperties": false,
    "required": ["name"]
   },
   "Error": {
    "type": "object",
    "properties": {
     "success": {"const": false},
     "message": {"type": "string", "description": "For people."},
     "errors": {
      "type": "object",
      "description": "What is wrong, by the field concerned; `non_field_errors` for the rest.",
      "additionalProperties": {
       "type": "array",
       "items": {"type": "string"}
      }
     },
     "error_code": {"type": "string", "description": "What programs go by."},
     "request_id": {"type": "string", "description": "Names the request in the server's log."},
     "retry_after_ms": {
      "type": ["integer", "null"],
      "minimum": 0
     }
    },
    "required": ["success", "message", "errors", "error_code", "request_id", "retry_after_ms"]
   }
  },
  "responses": {
   "Error400": {
    "description": "`error_code` is one of `VALIDATION_ERROR`, `MALFORMED_REQUEST`, `METADATA_TOO_LARGE`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error401": {
    "description": "`error_code` is one of `NOT_AUTHENTICATED`, `INVALID_CREDENTIALS`, `TOKEN_EXPIRED`, `TOKEN_REVOKED`, `TOKEN_REUSED`, `KEY_REVOKED`, `KEY_EXPIRED`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error403": {
    "description": "`error_code` is one of `PERMISSION_DENIED`, `SCOPE_MISSING`, `USER_INACTIVE`, `IP_NOT_ALLOWED`, `ACCOUNT_RESTRICTED`, `ACCOUNT_BANNED`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error404": {
    "description": "`error_code` is one of `NOT_FOUND`, `UNKNOWN_METHOD`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error408": {
    "description": "`error_code` is one of `REQUEST_TIMEOUT`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error409": {
    "description": "`error_code` is one of `ALREADY_EXISTS`, `SESSION_NOT_CONNECTED`, `SESSION_BUSY`, `SESSION_LOGGED_OUT`, `NUMBER_ALREADY_LINKED`, `MESSAGE_NOT_CANCELLABLE`, `LAST_ADMIN`, `CONFLICT`, `IDEMPOTENCY_IN_FLIGHT`, `SESSION_CONFLICT`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error410": {
    "description": "`error_code` is one of `CURSOR_EXPIRED`, `MEDIA_EXPIRED`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error412": {
    "description": "`error_code` is one of `ETAG_MISMATCH`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error413": {
    "description": "`error_code` is one of `PAYLOAD_TOO_LARGE`, `MEDIA_TOO_LARGE`, `FRAME_TOO_LARGE`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error415": {
    "description": "`error_code` is one of `UNSUPPORTED_MEDIA_TYPE`, `MEDIA_UNSUPPORTED`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error422": {
    "description": "`error_code` is one of `IDEMPOTENCY_KEY_REUSED`, `RECIPIENT_NOT_ON_WHATSAPP`, `ENGINE_UNSUPPORTED`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error429": {
    "description": "`error_code` is one of `RATE_LIMITED`, `QUOTA_EXCEEDED`, `PAIR_RATE_LIMITED`, `SESSION_RATE_LIMITED`, `RECIPIENT_COLD_RESTRICTED`, `TOO_MANY_STREAMS`, `STREAM_OVERFLOW`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    },
    "headers": {
     "Retry-After": {
      "description": "Seconds, where it is known when to try again.",
      "schema": {"type": "integer"}
     }
    }
   },
   "Error500": {
    "description": "`error_code` is one of `INTERNAL`, `DATA_LOSS`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error502": {
    "description": "`error_code` is one of `ENGINE_ERROR`, `MEDIA_FETCH_FAILED`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error503": {
    "description": "`error_code` is one of `OVERLOADED`, `UNAVAILABLE`, `BRIDGE_UNAVAILABLE`, `SHUTTING_DOWN`, `TOO_MANY_CONNECTIONS`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    },
    "headers": {
     "Retry-After": {
      "description": "Seconds, where it is known when to try again.",
      "schema": {"type": "integer"}
     }
    }
   },
   "Error504": {
    "description": "`error_code` is one of `DEADLINE_EXCEEDED`, `OUTCOME_UNKNOWN`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   },
   "Error507": {
    "description": "`error_code` is one of `STORAGE_FULL`.",
    "content": {
     "application/json": {
      "schema": {"$ref": "#/components/schemas/Error"}
     }
    }
   }
  },
  "parameters": {
   "IdempotencyKey": {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "The same key and request within 24 hours gets the first answer.",
    "schema": {"type": "string", "pattern": "^[!-~]([ -~]{0,253}[!-~])?$"}
   },
   "IfMatch": {
    "name": "If-Match",
    "in": "header",
    "description": "The change is made only while this is the `etag`; else it is ETAG_MISMATCH.",
    "schema": {"type": "string", "pattern": "^(\\*|\"[!#-~]*\")$"}
   }
  },
  "securitySchemes": {
   "bearer": {"type": "http", "scheme": "bearer", "description": "An access token, from `/api/v1/auth/login/`."},
   "apiKey": {
    "type": "apiKey",
    "in": "header",
    "name": "X-API-Key",
    "description": "An API key; `Authorization: ApiKey …` is the same."
   }
  }
 }
}
"""##
}
