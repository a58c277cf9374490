"""`convene doctor`: is everything that the service needs there, and if not, how is it mended.

`examination` asks for everything at once; `reach`, `clock`, `credentials`, `disk` and `listening` each know one part,
`network` asks a server and says in words why it does not answer, `report` tells what was found.
"""
