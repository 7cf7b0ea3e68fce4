import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';

/** Hands a consumer's error to the transport as it is; Nest's own filter would replace it by "Internal server error". */
@Catch()
export class PropagateFilter implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
